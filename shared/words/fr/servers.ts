import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'Sur cette page',
  lookingAtPage: 'Recherche du Space…',
  withOnStage: 'Avec {names} sur scène',
  pageServerSilent: 'Votre liste fonctionne comme avant. Réessayez dans un instant.',
  addServerQuestion: 'Ajouter {host} ?',
  addServerHelp:
    'Perch s’adressera à ce serveur pour afficher ses Spaces et les rejoindre. Comme tout site web, il voit votre adresse réseau ; il ne vous connaît que sous un nom d’invité. Vous pouvez le retirer dans les réglages.',
  addAndListen: 'Ajouter et écouter',
  adding: 'Ajout…',

  servers: 'Serveurs',
  otherServers: 'Autres serveurs',
  otherServersHelp:
    'Perch y lit et rejoint des Spaces quand vous en rencontrez un lien. Retirer un serveur vous fait quitter le Space où vous y êtes.',
  noOtherServers:
    'Aucun pour l’instant. Ouvrez la page d’un Space, puis cliquez sur Perch dans la barre d’outils : il propose d’ajouter son serveur.',
  remove: 'Retirer',
  removeServer: 'Retirer {host}',
};
