/** What `publish.yaml` may say of the machine on which a folder is. */
import { word } from '../../content/fields.ts';
import { refuse } from '../../content/refusal.ts';

export const sshForm = word().superRefine(
  refuse(isHost, (value) => ({
    code: 'publish/bad-ssh',
    what: `“${value}” is not what ssh connects to, which is user@host, or a name of ~/.ssh/config.`,
    right: meant(value),
    ...(/:\d+(?:\/|$)|-p/.test(value) ? { rest: ', and name the port in ~/.ssh/config' } : {}),
  })),
);

/** Never a flag, nor anything that a shell would read. */
function isHost(value: string): boolean {
  return /^(?:[a-z0-9_][a-z0-9_.-]*@)?[a-z0-9](?:[a-z0-9.:_-]*[a-z0-9])?$/i.test(value) && !/[^:]:\d+$/.test(value);
}

function meant(value: string): string {
  const bare = value
    .replace(/^ssh(:\/\/| +(-p *\d+ +)?)/i, '')
    .replace(/[/ ].*$/, '')
    .replace(/:.*$/, '');
  return isHost(bare) ? bare : 'deploy@harbour-post.example';
}
