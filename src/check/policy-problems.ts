/** The words of every Problem that the check of policies can find. */
import type { Directive, Need } from '../content/policy/policy.ts';
import type { Said } from './finding.ts';

const again = 'Build it again with --all: the policy is then made for the page as it is.';

export function noPolicy(): Said {
  return {
    code: 'check/no-policy',
    what: 'This page does not say what browsers may load for it: it has no content security policy.',
    fix: 'Write the layout so that the page begins with <!doctype html> and has a <head>: the build puts the policy there. If it does, the file is not as it was built: build again with --all.',
  };
}

export function twoPolicies(): Said {
  return {
    code: 'check/two-policies',
    what: 'This page has a second content security policy, and browsers refuse what either of the two refuses.',
    fix: 'Take the policy out of the layout: the build writes the one that the page needs.',
  };
}

export function latePolicy(found: string): Said {
  return {
    code: 'check/late-policy',
    what: `Here ${found} stands before the page’s content security policy, which does not hold for it.`,
    fix: 'Let the layout begin the head with <meta charset="utf-8">: the policy is put right after it.',
  };
}

export function inAttribute(what: 'code' | 'style', found: string): Said {
  if (what === 'style')
    return {
      code: 'check/style-attribute',
      what: `Browsers will not heed the style of ${found}: the policy of a page allows none in attributes.`,
      fix: 'Give the element a class, and write its style into layouts/styles/own.css.',
    };
  return {
    code: 'check/code-in-attribute',
    what: `The policy of a page never allows code in an attribute, as in ${found}.`,
    fix: 'Remove the attribute. A script is a file of public/ that scripts: in site.yaml names.',
  };
}

export function refused({ directive, source, found }: Need & { found: string }): Said {
  return {
    code: 'check/refused',
    what: `Browsers will refuse ${source} of ${found}: the page’s policy does not name it under ${directive}.`,
    fix: fixes[directive] ?? again,
  };
}

const fixes: Partial<Record<Directive, string>> = {
  'style-src': `Write the style into layouts/styles/own.css, or let the layout put it into the head. If it is there, the file is not as it was built: build again with --all.`,
  'script-src': `Make the script a file of public/ that scripts: in site.yaml names. If it is in the head, the file is not as it was built: build again with --all.`,
  'frame-src': 'Name its host in frames: of site.yaml, or remove the frame.',
  'base-uri': 'Remove the <base> element: addresses on a page begin with a slash.',
};

export function unused({ directive, source, isHash }: { directive: string; source: string; isHash: boolean }): Said {
  const what = isHash ? `the inline block ${source}` : source;
  return {
    code: 'check/unused-policy',
    what: `The page’s policy allows ${what} under ${directive}, and nothing on the page needs that.`,
    fix: again,
  };
}

export function open(directive: string): Said {
  return {
    code: 'check/open-policy',
    what: `The page’s policy does not say “${directive} 'none'”, so it leaves open what it does not name.`,
    fix: again,
  };
}
