import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { LANGUAGES } from '#shared/schema/view.ts';
import { usePart, useWords } from './context.ts';
import { languageTitle } from './language-name.ts';

/** Languages that many speak; those that the person reads stand above them, whichever they are. */
const SPOKEN_BY_MANY =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta te th tr uk ur vi zh';
const CODE = /^[a-z]{2,3}$/;

function codesOf(tags: readonly string[]): string[] {
  const codes = tags.map((tag) => tag.split('-')[0]!.toLowerCase());
  return [...new Set(codes)].filter((code) => CODE.test(code));
}

/** In which language people will talk. */
export function SpokenLanguage({ chosen }: { chosen: Signal<string> }) {
  const say = useWords();
  const id = useId();
  const { language } = usePart().catalogue.value;
  const named = (code: string) => [code, languageTitle(code, language)] as const;
  const own = codesOf([...navigator.languages, ...LANGUAGES]);
  const others = SPOKEN_BY_MANY.split(' ')
    .filter((code) => !own.includes(code))
    .map(named)
    .toSorted(([, one], [, other]) => one.localeCompare(other, language));
  const all = [...own.map(named), ...others];
  return (
    <div class="field spoken">
      <label for={id}>{say('spokenLanguage')}</label>
      <select
        id={id}
        value={chosen.value}
        onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}
      >
        {all.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
