/**
 * Units of systemd for a target that is a folder of this machine: a clock that publishes what becomes due, each minute, and a
 * watch that reloads nginx when publishing has written other lists of old addresses.
 */
import { redirectMaps } from './redirect-maps.ts';

type Settings = {
  /** The target’s, and its folder. */
  name: string;
  folder: string;
  /** The newsroom’s folder. */
  newsroom: string;
  /** Who publishes. */
  user: string;
  /** What publishes if something is due, as a line of a shell. */
  command: string;
};

/** By file name. */
export function systemdUnits({ name, folder, newsroom, user, command }: Settings): Record<string, string> {
  const publish = `broadsheet-publish-${name}`;
  const reload = `broadsheet-nginx-${name}`;
  return {
    [`${publish}.service`]: unit({
      Unit: {
        Description: `Publish what is due: ${name}`,
        Wants: 'network-online.target',
        After: 'network-online.target',
      },
      Service: {
        Type: 'oneshot',
        User: escaped(user),
        WorkingDirectory: escaped(newsroom),
        ExecStart: `/bin/sh -lc ${quoted(`exec ${command}`)}`,
      },
    }),
    [`${publish}.timer`]: unit({
      Unit: { Description: `Each minute: publish what is due: ${name}` },
      Timer: { OnCalendar: '*-*-* *:*:00', AccuracySec: '1s' },
      Install: { WantedBy: 'timers.target' },
    }),
    [`${reload}.service`]: unit({
      Unit: { Description: `Reload nginx for the old addresses of ${name}` },
      Service: { Type: 'oneshot', ExecStart: ['/usr/sbin/nginx -t -q', '/bin/systemctl reload nginx.service'] },
    }),
    [`${reload}.path`]: unit({
      Unit: { Description: `Other old addresses: ${name}` },
      Path: { PathChanged: Object.values(redirectMaps).map((file) => escaped(`${folder}/${file}`)) },
      Install: { WantedBy: 'multi-user.target' },
    }),
  };
}

type Section = Readonly<Record<string, string | readonly string[]>>;

function unit(sections: Readonly<Record<string, Section>>): string {
  const texts = Object.entries(sections).map(([title, keys]) => {
    const lines = Object.entries(keys).flatMap(([key, values]) => [values].flat().map((value) => `${key}=${value}`));
    return `[${title}]\n${lines.join('\n')}\n`;
  });
  return texts.join('\n');
}

/** What systemd would take for more than a sign. */
function escaped(text: string): string {
  return text.replaceAll('%', '%%');
}

/** One argument of a command line. */
function quoted(text: string): string {
  return `"${escaped(text).replaceAll('$', '$$$$').replace(/[\\"]/g, '\\$&')}"`;
}
