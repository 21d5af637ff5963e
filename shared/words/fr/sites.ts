import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: 'Afficher les Spaces sur {host}',
  showSpacesOnHelp:
    'Perch place alors les Spaces en direct au-dessus de votre fil sur ce site. Il n’y lit que les noms des auteurs, sans que rien ne quitte votre appareil.',
  spacesShownOn:
    'Perch fonctionne maintenant sur {host}. Dès que quelqu’un est en direct, vous le voyez au-dessus de votre fil.',
  siteRefused: 'Rien n’a changé. Vous pouvez réessayer quand vous voulez.',
  siteIsOff: 'Perch est désactivé sur {host}.',
  barHiddenOn: 'La barre est masquée sur {host}.',
  barHiddenToday: 'La barre est masquée jusqu’à demain.',
  showBarOn: 'Afficher à nouveau la barre sur {host}',
  showItNow: 'L’afficher maintenant',
  barIsBack: 'La barre est de retour, dès que quelqu’un est en direct.',

  bar: 'Barre',
  barAlways: 'Afficher la barre même quand personne n’est en direct',
  barAlwaysHelp: 'Sinon, elle arrive avec le premier Space en direct et part avec le dernier.',
  sites: 'Sites',
  sitesHelp:
    'Là où Perch montre qui est en direct. Il y lit les noms des auteurs, sans que rien ne quitte votre appareil.',
  sitesRefused: 'Votre navigateur tient Perch à l’écart de {hosts} : aucun Space n’y est affiché.',
  alsoOn: 'Et {hosts}',
  barHiddenHere: 'La barre est masquée ici',
  showItAgain: 'Afficher',
  addedByYou: 'Ajoutés par vous',
  removeIt: 'Retirer',
  removeSite: 'Retirer {host}',
  addSiteHelp:
    'Pour tout autre serveur avec Mastodon, Elk ou Phanpy, ouvrez sa page, puis cliquez sur Perch dans la barre d’outils : il propose d’y afficher les Spaces.',

  health: 'État des adaptateurs',
  healthHelp:
    'Un site remanié peut perdre sa barre ou ses anneaux. Cet outil compte ce que Perch trouve dans le dernier fil que vous avez utilisé, et n’y lit rien d’autre.',
  checkTimeline: 'Vérifier le fil ouvert',
  noTimeline: 'Aucun fil n’est ouvert. Ouvrez-en un dans un autre onglet, puis vérifiez à nouveau.',
  foundOn: 'Trouvé sur {site}',
  countFound: { one: '{n} trouvé', other: '{n} trouvés' },
  noneFound: 'aucun trouvé',
  healthNote: 'Aucun n’est pas toujours une panne : certaines parties ne sont là que par moments.',
  copyReport: 'Copier',
  copyReportHelp:
    'Pour signaler un problème. Seules ces lignes sont copiées : ni adresse, ni nom, ni mot de la page.',
  reportVersions: 'Perch {perch}, {browser}',
  reportCopied: 'Copié.',
  copyFailed: 'Le navigateur n’a pas laissé Perch copier. Sélectionnez les lignes et copiez-les à la main.',
};
