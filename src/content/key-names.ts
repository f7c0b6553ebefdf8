/** What keys are called elsewhere: in other programs, and by people who remember them otherwise. */
import { nearest } from './suggest.ts';

/** By the key that is known; in lower case, letters alone. */
const otherNames: Record<string, readonly string[]> = {
  alt: ['alttext', 'alternative', 'description'],
  authors: ['author', 'by', 'byline', 'reporter', 'reporters', 'writer', 'writers'],
  author: ['id', 'name', 'person', 'who'],
  bio: ['about', 'biography', 'description', 'profile'],
  canonical: ['canonicallink', 'canonicalurl', 'original', 'originalurl'],
  caption: ['legend', 'title'],
  card: ['facebooktitle', 'ogtitle', 'opengraphtitle', 'sharetitle', 'socialtitle', 'twittertitle'],
  contributors: ['additionalreporting', 'contributions', 'contributor'],
  corrections: ['correction', 'errata', 'erratum'],
  credit: ['author', 'by', 'copyright', 'photo', 'photographer', 'source'],
  date: [
    'created',
    'createdat',
    'datepublished',
    'datetime',
    'day',
    'pubdate',
    'publishdate',
    'published',
    'publishedat',
    'time',
  ],
  description: ['slogan', 'subtitle', 'summary', 'tagline'],
  draft: ['isdraft', 'unpublished'],
  email: ['mail', 'emailaddress', 'mailto'],
  errorsTo: ['errors', 'errorsmail', 'mistakes', 'reporterrors', 'reporterrorsto'],
  file: ['filename', 'href', 'image', 'path', 'photo', 'picture', 'src', 'url'],
  from: ['begin', 'begins', 'beginning', 'date', 'since', 'start', 'starts'],
  hooks: ['after', 'afterpublish', 'onpublish', 'posthooks'],
  id: ['guid', 'key', 'slug', 'uuid'],
  image: [
    'banner',
    'cover',
    'coverimage',
    'featuredimage',
    'featureimage',
    'hero',
    'heroimage',
    'img',
    'ogimage',
    'photo',
    'picture',
    'thumbnail',
  ],
  kicker: ['eyebrow', 'overline', 'pretitle', 'supertitle', 'toptitle'],
  languages: ['lang', 'language', 'langs', 'locale', 'locales'],
  lead: ['hero', 'main', 'splash', 'top'],
  license: ['copyright', 'licence', 'rights'],
  links: ['link', 'social', 'socials', 'url', 'urls', 'website'],
  name: ['displayname', 'fullname', 'title'],
  noindex: ['hidefromsearch', 'nosearch', 'searchexclude'],
  picks: ['featured', 'pick', 'selected', 'stories'],
  place: ['city', 'dateline', 'location'],
  points: ['bullets', 'highlights', 'keypoints', 'takeaways'],
  portrait: ['avatar', 'headshot', 'image', 'photo', 'photograph', 'picture'],
  reason: ['because', 'text', 'why'],
  redirectFrom: ['alias', 'aliases', 'oldurl', 'oldurls', 'redirect', 'redirects'],
  role: ['as', 'did', 'job', 'jobtitle', 'position', 'title', 'what'],
  run: ['cmd', 'command', 'exec', 'script', 'shell'],
  search: ['metatitle', 'seotitle', 'searchtitle'],
  section: ['categories', 'category', 'rubric', 'rubrics'],
  sections: ['categories', 'menu', 'rubrics'],
  series: ['cycle', 'serial'],
  short: ['linktitle', 'listtitle', 'navtitle', 'shortheadline', 'shorttitle'],
  slot: ['location', 'place', 'position', 'where'],
  sources: ['references', 'source'],
  sponsor: ['advertiser', 'paidby', 'paidfor', 'partner', 'presentedby', 'sponsored', 'sponsoredby'],
  story: ['article', 'id', 'slug'],
  summary: [
    'abstract',
    'deck',
    'dek',
    'description',
    'excerpt',
    'intro',
    'metadescription',
    'lead',
    'lede',
    'seodescription',
    'standfirst',
    'subheadline',
    'subtitle',
    'teaser',
  ],
  text: ['body', 'correction', 'description', 'note', 'what'],
  thread: ['runningstory', 'storyline'],
  timeZone: ['tz', 'zone'],
  translators: ['translatedby', 'translation', 'translator'],
  title: ['headline', 'heading', 'name'],
  topics: ['keyword', 'keywords', 'labels', 'subjects', 'tag', 'tags'],
  type: ['format', 'genre', 'kind'],
  until: ['end', 'expires', 'to'],
  updated: [
    'datemodified',
    'dateupdated',
    'edited',
    'lastmod',
    'lastmodified',
    'lastupdated',
    'modified',
    'modifiedat',
    'update',
    'updatedat',
  ],
  url: ['address', 'baseurl', 'domain', 'href', 'link', 'site', 'src', 'website'],
  warning: ['contentadvisory', 'contentnote', 'contentwarning', 'cw', 'sensitive', 'trigger', 'triggerwarning'],
  webSub: ['hub', 'hubs', 'pubsubhubbub', 'pubsub'],
  withdrawn: ['removed', 'retracted', 'retraction', 'withdrawal'],
};

otherNames.titles = ['short', 'search', 'card'].flatMap((key) => otherNames[key] ?? []);

const untilDate = 'a story is not to be seen before its “date”, which may be to come, nor while it has “draft: true”';

/** What is said in another way, or by nobody. */
const needless: Record<string, string> = {
  embargo: untilDate,
  embargoed: untilDate,
  embargoeduntil: untilDate,
  embargountil: untilDate,
  id: 'the name of the file is the id',
  lang: 'the name of the file says the language, as in storm.ru.md',
  language: 'the name of the file says the language, as in storm.ru.md',
  layout: 'every file of a kind has the same layout',
  locale: 'the name of the file says the language, as in storm.ru.md',
  published: 'a story is published from its “date” on, and never while it has “draft: true”',
  publishat: untilDate,
  publishdate: untilDate,
  publishon: untilDate,
  permalink: 'the path of the file is its address',
  slug: 'the name of the file is the slug',
  status: untilDate,
  template: 'every file of a kind has the same layout',
  url: 'the path of the file is its address',
};

/** The key that is meant by another: one that is spelled otherwise, called so elsewhere, or near. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  return otherNameOf(key, known) ?? (needless[lettersOf(key)] === undefined ? nearest(key, known) : undefined);
}

/** The key that another is a name of; not one that is merely near. */
export function otherNameOf(key: string, known: readonly string[]): string | undefined {
  const plain = lettersOf(key);
  return known.find((each) => lettersOf(each) === plain) ?? known.find((each) => otherNames[each]?.includes(plain));
}

/** Why a key is not needed, as the end of a sentence. */
export function needlessBecause(key: string): string | undefined {
  const plain = lettersOf(key);
  return Object.hasOwn(needless, plain) ? needless[plain] : undefined;
}

function lettersOf(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}]/gu, '');
}
