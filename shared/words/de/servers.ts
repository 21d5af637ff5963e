import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'Auf dieser Seite',
  lookingAtPage: 'Sucht den Space…',
  withOnStage: 'Auf der Bühne: {names}',
  pageServerSilent: 'Deine eigene Liste geht wie immer. Versuch es gleich noch einmal.',
  addServerQuestion: '{host} hinzufügen?',
  addServerHelp:
    'Perch spricht dann mit diesem Server, um dir seine Spaces zu zeigen und ihnen beizutreten. Wie jede Website sieht er deine Netzwerkadresse, und er kennt dich als Gast. Du kannst ihn in den Einstellungen entfernen.',
  addAndListen: 'Hinzufügen und zuhören',
  adding: 'Fügt hinzu…',

  servers: 'Server',
  otherServers: 'Andere Server',
  otherServersHelp:
    'Dort liest Perch Spaces und tritt ihnen bei, wenn du auf einen Link zu einem triffst. Entfernst du einen Server, verlässt du den Space, in dem du dort bist.',
  noOtherServers:
    'Bisher keine. Öffne die Seite eines Space und klick in der Symbolleiste auf Perch: Es bietet an, seinen Server hinzuzufügen.',
  remove: 'Entfernen',
  removeServer: '{host} entfernen',
};
