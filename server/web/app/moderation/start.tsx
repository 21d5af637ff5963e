import './moderation.css';
import { render } from 'preact';
import * as v from 'valibot';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import { LANGUAGES, type Language } from '#shared/schema/view.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { fetchWords } from '../catalogue.ts';
import { languageOn, sessionsOn } from '../keep/kept.ts';
import { openShelf } from '../keep/shelf.ts';
import { serverOf } from '../root.ts';
import { RedirectSignIn } from '../sign-in/redirect.ts';
import { Office } from './office.ts';
import { OfficeContext } from './office-context.ts';
import { ModerationPage } from './ui/moderation-page.tsx';
import { wear } from '../speech.ts';
import { VoiceContext, voiceOf, type OfficeWords, type Voice } from './words.ts';

const LanguageSchema = v.fallback(v.picklist(LANGUAGES), 'en');

async function bringVoice(server: string, language: Language): Promise<Voice> {
  const words = await fetchWords<OfficeWords>(server, `words/moderation/${language}`);
  return voiceOf(language, words);
}

/** Takes over the element that the server rendered. Rejects when the server gives no words. */
export async function startModeration(app: HTMLElement): Promise<void> {
  const home = serverOf(location);
  const language = languageOn(openShelf()).get() ?? v.parse(LanguageSchema, app.dataset.language);
  const voice = await bringVoice(home, language).catch(() => bringVoice(home, 'en'));
  const server = new ServerClient(home, (input, init) => fetch(input, init));
  const sessions = new SessionKeeper(sessionsOn(openShelf()));
  const redirect = new RedirectSignIn({
    server,
    sessions,
    shelf: openShelf(() => sessionStorage),
    location,
    history,
  });
  const office = new Office({ server, sessions, redirect });
  wear(voice.language);
  app.replaceChildren();
  render(
    <VoiceContext.Provider value={voice}>
      <OfficeContext.Provider value={{ office, deeds: createDeeds() }}>
        <ModerationPage />
      </OfficeContext.Provider>
    </VoiceContext.Provider>,
    app,
  );
  void office.open();
}
