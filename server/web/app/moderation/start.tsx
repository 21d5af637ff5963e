import './moderation.css';
import { render } from 'preact';
import * as v from 'valibot';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import { LANGUAGES } from '#shared/schema/view.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { sessionsOn } from '../keep/kept.ts';
import { openShelf } from '../keep/shelf.ts';
import { serverOf } from '../root.ts';
import { RedirectSignIn } from '../sign-in/redirect.ts';
import { Office } from './office.ts';
import { OfficeContext } from './office-context.ts';
import { ModerationPage } from './ui/moderation-page.tsx';
import { VoiceContext, voiceOf } from './words.ts';

const LanguageSchema = v.fallback(v.picklist(LANGUAGES), 'en');

/** Takes over the element that the server rendered. */
export function startModeration(app: HTMLElement): void {
  const language = v.parse(LanguageSchema, app.dataset.language);
  const server = new ServerClient(serverOf(location), (input, init) => fetch(input, init));
  const sessions = new SessionKeeper(sessionsOn(openShelf()));
  const redirect = new RedirectSignIn({
    server,
    sessions,
    shelf: openShelf(() => sessionStorage),
    location,
    history,
  });
  const office = new Office({ server, sessions, redirect });
  document.documentElement.lang = language;
  app.replaceChildren();
  render(
    <VoiceContext.Provider value={voiceOf(language)}>
      <OfficeContext.Provider value={{ office, deeds: createDeeds() }}>
        <ModerationPage />
      </OfficeContext.Provider>
    </VoiceContext.Provider>,
    app,
  );
  void office.open();
}
