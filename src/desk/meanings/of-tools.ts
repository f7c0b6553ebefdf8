/** What codes mean that no content causes alone: of a newsroom’s own code, of a built site, of publishing. And what to do. */

export const meaningsOfTools: Readonly<Record<string, readonly [means: string, toDo: string]>> = {
  'own/bad-icon': [
    'The drawing of the icon is not an SVG, or looks different on every machine.',
    'Save it as SVG, with letters as paths, and with no need of another file.',
  ],
  'own/layout-failed': [
    'A component or a layout of the newsroom failed when a page was rendered.',
    'Mend it, or remove the file.',
  ],
  'own/name-taken': ['Something of the newsroom’s own has a name that the engine uses.', 'Choose another name.'],
  'own/needs-tsx': [
    'A file is TSX, and the package that reads it is not installed.',
    'Run: npm install --save-dev tsx.',
  ],
  'own/no-colour': ['A colour that is used outside style sheets refers to another token.', 'Write the colour itself.'],
  'own/no-export': ['A file of the newsroom’s own exports nothing under the name that is looked for.', 'Export it.'],
  'own/not-loaded': [
    'A file of the newsroom’s own cannot be loaded.',
    'Mend it; “npx tsc” says more about its types, once the package “typescript” is installed.',
  ],
  'own/not-pure': [
    'Code of the newsroom asks the clock, chance, the disk or the network.',
    'Take what is needed from the props.',
  ],
  'own/unknown-token': ['A token is set that does not exist.', 'Write one that exists, or write your own in own.css.'],
  'own/wrong-export': [
    'What a file of the newsroom’s own exports does not have the form that it needs.',
    'Write it as the Problem says.',
  ],

  'change/headline': [
    'A public story has another headline, and readers are not told that it was changed.',
    'Add the line that the Problem offers, or say that the change is minor.',
  ],
  'change/name': [
    'A public story names somebody or something else, and readers are not told.',
    'Add the line that the Problem offers, or say that the change is minor.',
  ],
  'change/not-compared': [
    'The commit that readers have is not in this clone, so nothing could be compared.',
    'Fetch it, and check again.',
  ],
  'change/number': [
    'A public story has another number, and readers are not told.',
    'Add the line that the Problem offers, or say that the change is minor.',
  ],
  'change/quotation': [
    'A public story quotes other words or somebody else, and readers are not told.',
    'Add the line that the Problem offers, or say that the change is minor.',
  ],

  'import/hidden-page': [
    'A page that was imported was a draft, or for some readers alone.',
    'Take it in with --again if everyone may read it, or delete the file.',
  ],
  'import/not-faithful': [
    'A text that was imported has other words than its old page.',
    'Compare the two, mend the text, and take it in with --again.',
  ],

  'check/another-build': ['A folder is not as the last build left it.', 'Build again, and check then.'],
  'check/another-page': [
    'A file says that it is at another address than its own.',
    'Build again with --all, or correct the layout.',
  ],
  'check/another-site': [
    'An address that must be one of the site is of another.',
    'Correct it, or the url in site.yaml.',
  ],
  'check/broken-fragment': ['A link names a place that its page does not have.', 'Name an id that the page has.'],
  'check/broken-link': ['A link leads nowhere.', 'Correct the address, remove the link, or write the page.'],
  'check/code-in-attribute': ['A page has code in an attribute, which browsers refuse.', 'Remove the attribute.'],
  'check/duplicate-id': ['An id is given twice on a page.', 'Give each element an id of its own.'],
  'check/empty-sitemap': ['A sitemap has nothing in it.', 'Build again with --all, or correct the layout.'],
  'check/external-dead': ['Another site has nothing more at an address.', 'Link to a copy, or take the link out.'],
  'check/external-moved': ['Another site has moved a page for good.', 'Look at the new page, and write its address.'],
  'check/html': ['The HTML of a page breaks a rule of the language.', 'Correct the layout that makes it.'],
  'check/late-policy': [
    'Something stands before the policy of a page, which does not hold for it.',
    'Let the layout begin the head with <meta charset="utf-8">.',
  ],
  'check/linkinator': ['Linkinator finds a broken link that was found good here.', 'Correct the address.'],
  'check/listed-in-vain': [
    'A sitemap lists a page that search engines are to pass over.',
    'Build again with --all, or correct the layout.',
  ],
  'check/looked-at-nothing': [
    'A check found nothing to look at, and so proved nothing.',
    'Build the site first, or name its folder.',
  ],
  'check/missing-asset': [
    'A page shows a file that is not part of the site.',
    'Correct the address, or put the file into public/.',
  ],
  'check/missing-file': ['A file that was built is not in the folder.', 'Build again with --all.'],
  'check/missing-slash': ['A link to a page lacks the slash at its end.', 'Write it.'],
  'check/no-policy': ['A page does not say what browsers may load for it.', 'Give the layout a <head>.'],
  'check/not-a-picture': ['A file is not a whole picture in its format.', 'Build again with --all.'],
  'check/not-absolute': ['An address that programs read is not complete.', 'Write it in full.'],
  'check/not-at-hand': ['A page that is not here may have a broken link.', 'Build the whole site and check it.'],
  'check/open-policy': ['The policy of a page leaves open what it does not name.', 'Build again with --all.'],
  'check/partial-site': [
    'A folder has only what changed, and the rest was never checked.',
    'Build and check the whole site once.',
  ],
  'check/refused': ['Browsers will refuse something that a page needs.', 'Name it in site.yaml, or remove it.'],
  'check/same-description': ['Two pages have one description.', 'Say in the summary of each what it alone has.'],
  'check/same-title': ['Two pages have one title.', 'Give one of them another.'],
  'check/stray-file': ['Something else put a file into the folder of the site.', 'Remove it, or put it into public/.'],
  'check/style-attribute': ['A page has a style in an attribute, which browsers ignore.', 'Give the element a class.'],
  'check/two-policies': ['A page has two policies, and browsers obey both.', 'Take the policy out of the layout.'],
  'check/unfinished': ['A build was stopped while it wrote the folder.', 'Build again: it goes on where it stopped.'],
  'check/unpublished-address': [
    'A file gives away the address of a story that is not public.',
    'Take it out of that file.',
  ],
  'check/unpublished-file': [
    'A file gives away a picture or a document of a story that is not public.',
    'Take it out of that file.',
  ],
  'check/unpublished-headline': [
    'A file gives away the headline of a story that is not public.',
    'Take it out of that file.',
  ],
  'check/unreached': [
    'Readers cannot get to a page from the front page.',
    'Link to it, or write noindex: true in its file.',
  ],
  'check/unreadable': [
    'A file cannot be read as what its name says.',
    'Build again with --all, or correct the layout.',
  ],
  'check/unused-policy': ['The policy of a page allows what nothing on it needs.', 'Build again with --all.'],

  'publish/bad-bucket': ['This cannot be the name of a bucket.', 'Write it as the store shows it.'],
  'publish/bad-endpoint': [
    'The address of a store is not complete, or has a path.',
    'Write it in full, without a path.',
  ],
  'publish/bad-listen': [
    'What a web server is to listen to is neither a port nor an address with a port.',
    'Write a port.',
  ],
  'publish/bad-prefix': [
    'The names of objects cannot begin like this.',
    'Write names of folders with a / between them.',
  ],
  'publish/bad-purge': ['The address of a cache is not complete, or has a path.', 'Write it in full, without a path.'],
  'publish/bad-ssh': ['This is not something that ssh can connect to.', 'Write user@host, or a name of ~/.ssh/config.'],
  'publish/bad-zone': ['This cannot be the id of a zone.', 'Copy it from Cloudflare’s dashboard.'],
  'publish/beyond-limit': ['An edition is more than the pages host takes.', 'Make it smaller, or publish elsewhere.'],
  'publish/file-in-the-way': [
    'A file has the name of a folder in which an old address must answer.',
    'Give the file another name.',
  ],
  'publish/hook-kind': ['A hook is of no kind, or of several.', 'Write one of those that there are.'],
  'publish/hook-twice': ['A hook is listed twice.', 'Remove one.'],
  'publish/hooks-of-pages': ['A pages host has hooks, which nothing would tell.', 'Remove hooks:.'],
  'publish/near-limit': [
    'An edition is nearly as much as the pages host takes.',
    'Choose a larger plan, or another host, in time.',
  ],
  'publish/not-as-built': [
    'A folder is not as the last build left it, so addresses cannot be compared.',
    'Build the whole site, then check it.',
  ],
  'publish/path-not-whole': [
    'The folder of a target depends on where the command is started.',
    'Write the whole path.',
  ],
  'publish/state-is-public': [
    'What is known of a target would lie where readers can read it.',
    'Name another bucket under state:.',
  ],
  'publish/story-hidden': [
    'A story that readers have had is a draft now, or not public yet.',
    'Take that back, or withdraw it.',
  ],
  'publish/target-twice': ['Two targets have one name.', 'Give one of them another.'],
  'publish/url-ended': [
    'Nothing answers any more at an address that readers have had.',
    'Paste the line that the Problem gives.',
  ],
  'publish/where': [
    'A target does not say where it publishes, or says it twice.',
    'Write one of folder:, store: and pages:.',
  ],
};
