import type { privacy as source } from '../en/privacy.ts';
import type { Translated } from '../words.ts';

export const privacy: Translated<typeof source> = {
  title: 'Datenschutz',
  lead: 'Was dieser Server über dich speichert, und wie lange. Perch zeigt keine Werbung, setzt keine Cookies und hat keine Tracker.',
  keptFor: 'Gespeichert höchstens: {time}',
  keptUnused: 'Gespeichert, bis es so lange nicht genutzt wurde: {time}',
  keptNot: 'Nicht gespeichert',
  keptAccount: 'Gespeichert, bis du dein Konto löschst',
  looking: 'Wenn du nur schaust',
  address: 'Deine Netzwerkadresse',
  addressHelp:
    'Damit werden im Speicher deine Anfragen gezählt, damit niemand den Server überflutet, und deine Verbindungen, solange sie offen sind. Sie wird nirgends aufgeschrieben.',
  log: 'Das Protokoll des Servers',
  logHelp:
    'Welche Seiten wann abgerufen wurden und was fehlschlug; Konten nur mit ihrer Kennung, und keine Adressen. Was vor dem Server steht, etwa ein Proxy, kann ein eigenes Protokoll führen.',
  logKept: 'Gespeichert, solange es die Leute entscheiden, die den Server betreiben',
  account: 'Dein Konto',
  name: 'Dein Name',
  nameHelp:
    'Wenn du zum ersten Mal einem Space beitrittst oder einen startest, entsteht ein Konto: Du bist Gast, mit dem Namen, den du angibst, oder „Guest“ und einer Nummer. Ein Gast, dessen Geräte alle abgemeldet sind, kann es nicht mehr löschen.',
  networks: 'Deine Konten bei Mastodon, Bluesky oder X',
  networksHelp:
    'Wenn du dich mit einem anmeldest: Handle, Name und Kennung, eine Kopie des Bildes und wann du gezeigt hast, dass es deins ist. Nie ein Passwort, und was uns die Anmeldung erlaubt hat, geben wir sofort zurück.',
  networksKept: 'Gespeichert, bis du sie hier entfernst',
  leave: 'Die Erlaubnis, auf Bluesky zu zeigen, dass du live bist',
  leaveHelp: 'Nur, wenn du sie gibst; versiegelt.',
  leaveKept: 'Gespeichert, bis du sie zurücknimmst',
  signIn: 'Eine begonnene Anmeldung',
  signInHelp: 'Was dich von deinem Netzwerk zurückbringt, versiegelt.',
  devices: 'Wo du angemeldet bist',
  devicesHelp:
    'Art des Browsers und Systems, wann es dazukam und wann es zuletzt genutzt wurde, auf die Stunde genau. Vom Schlüssel nur ein Hash.',
  spaces: 'In Spaces',
  sound: 'Was gesagt wird',
  soundHelp: 'Der Ton geht über den Medienserver an alle, die zuhören. Nichts wird aufgenommen.',
  hosted: 'Spaces, die du hostest',
  hostedHelp: 'Titel, Sprache, Einstellungen, Anfang und Ende.',
  joined: 'Spaces, denen du beitrittst',
  joinedHelp:
    'Unter welchem Namen und in welcher Rolle, wann du kamst und gingst, und was du in einer Bitte ums Wort geschrieben hast. Wer ungenannt zuhört, wird niemandem genannt, aber der Server kennt ihn.',
  follows: 'Wem du folgst',
  followsHelp:
    'Nur, wenn in deinem Space Leute sprechen dürfen, denen du folgst: verschlüsselte Codes von ihnen.',
  followsKept: 'Gespeichert, bis der Space endet',
  ahead: 'Bereitmachen zum Hören',
  aheadHelp:
    'Während du auf einem Space verweilst, kann sich dein Browser ohne Ton verbinden. Das steht nur im Speicher, und niemand wird gezählt.',
  events: 'Meldungen des Medienservers',
  eventsHelp: 'Ihre Kennungen, damit keine doppelt zählt.',
  safety: 'Sicherheit',
  blocks: 'Wen du blockierst oder stummschaltest',
  blocksKept: 'Gespeichert, bis du es zurücknimmst oder dein Konto löschst',
  reports: 'Meldungen von Leuten',
  reportsHelp: 'Was von wem gemeldet wurde, mit Namen, Rollen und Handles von diesem Moment.',
  recordsKept: 'Unbegrenzt gespeichert, aber ein gelöschtes Konto wird darin nicht mehr genannt',
  trail: 'Das Verzeichnis der Entscheidungen',
  trailHelp: 'Was Hosts und die Leute, die den Server betreiben, entschieden haben: wer, über wen und wann.',
  gone: 'Was ein gelöschtes Konto in Spaces hinterlässt',
  goneHelp: 'Ein Zeichen ohne Namen, damit alle, die ihm dort begegnet sind, erfahren, dass es weg ist.',
  known: 'Blockierungen, Entfernungen und Sperren eines gelöschten Kontos',
  knownHelp: 'Jedes Netzwerkkonto als Hash, damit ein neues Konto nicht daran vorbeiführt.',
  knownKept: 'Gespeichert, solange sie gelten',
  browser: 'In deinem Browser',
  extension: 'Was Perch dort speichert',
  extensionHelp:
    'Deine Einstellungen, den Schlüssel zu deinem Konto, wem du folgst, und die letzten {n} Spaces, in denen du warst.',
  extensionKept: 'Gespeichert, bis du es löschst oder Perch entfernst',
  timelines: 'Was es in Timelines liest',
  timelinesHelp:
    'Die Namen der Autoren und Links zu Spaces, verglichen auf deinem Gerät. Nur ein Link zu einem Space wird nachgeschlagen, bei seinem Server, falls du ihn hinzugefügt hast; und ein Mastodon-Server wird, ohne deine Anmeldung, nach seiner Domain gefragt.',
  yours: 'Was du tun kannst',
  yoursHelp:
    'Dein Konto, in der Erweiterung oder auf der Seite eines Space, zeigt deine Geräte und Netzwerke; dort meldest du sie ab, entfernst sie oder löschst alles auf einmal.',
  contact: 'Fragen? Wende dich an die Leute, die diesen Server betreiben:',
};
