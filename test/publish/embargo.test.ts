/** Embargoes to the minute: the command of a timer, run each minute, publishes what is due then, and nothing of it before. */
import { expect, test } from 'vitest';
import { articleText, instant } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

test('what is due at ten is served by the run of ten, and the runs before it send nothing and say nothing', async () => {
  const due = 'articles/2015/12/02/due.md';
  const live = new LiveRoom({
    'articles/2015/11/26/a.md': articleText({ title: 'Alpha' }),
    [due]: articleText({ title: 'Canary', date: '2015-12-02 10:00' }),
  });
  live.commit();
  const at = (time: string) => instant(`2015-12-02T${time}+03:00`);
  await live.publish({ now: at('09:55') });
  const served: string[] = [];
  for (const time of ['09:57', '09:58', '09:59', '09:59:59', '10:00', '10:01', '10:02']) {
    const { sent } = await live.publish({ now: at(time), isOnlyIfDue: true });
    const isTold = Object.values(live.readers()).some((text) => text.includes('Canary') || text.includes('/due/'));
    served.push(`${time} ${sent.length > 0 ? 'sent' : 'nothing'}, ${isTold ? 'served' : 'hidden'}`);
  }
  expect(served).toEqual([
    '09:57 nothing, hidden',
    '09:58 nothing, hidden',
    '09:59 nothing, hidden',
    '09:59:59 nothing, hidden',
    '10:00 sent, served',
    '10:01 nothing, served',
    '10:02 nothing, served',
  ]);
  expect(JSON.stringify(JSON.parse(live.live('edition.json') ?? ''))).not.toMatch(/due|Canary/);
});
