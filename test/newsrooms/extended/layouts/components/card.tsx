/** A card as the engine's, and the tide below it. */
import { Card as EngineCard } from 'broadsheet/layouts/components/card';
import type { ComponentProps } from 'preact';

export function Card(props: ComponentProps<typeof EngineCard>) {
  const { tide } = props.story.own ?? {};
  return (
    <>
      <EngineCard {...props} />
      {typeof tide === 'string' && <p class="meta tide">Tide: {tide}</p>}
    </>
  );
}
