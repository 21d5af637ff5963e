import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

/** The parts of the page in their order, as addresses lead to them (`options.html#servers`). */
export const PARTS = [
  'account',
  'servers',
  'sites',
  'bar',
  'sound',
  'shortcuts',
  'language',
  'privacy',
  'follows',
  'blocked',
  'files',
  'health',
  'about',
] as const;
export type PartName = (typeof PARTS)[number];

interface SectionProps {
  part: PartName;
  title: string;
  help?: string;
  /** The title takes the focus when what had it is gone. */
  heading?: Ref<HTMLHeadingElement>;
  class?: string;
  children: ComponentChildren;
}

/** One part of the page under its title. */
export function Section({ part, title, help, heading, class: own = '', children }: SectionProps) {
  const id = useId();
  return (
    <section id={part} class={`part ${own}`} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {help && <p class="options-help">{help}</p>}
      {children}
    </section>
  );
}
