import type { privacy as source } from '../en/privacy.ts';
import type { Translated } from '../words.ts';

export const privacy: Translated<typeof source> = {
  title: 'Confidentialité',
  lead: 'Ce que ce serveur conserve à votre sujet, et pendant combien de temps. Perch n’affiche pas de publicité, ne pose pas de cookies et n’a pas de traceurs.',
  keptFor: 'Conservé au plus : {time}',
  keptUnused: 'Conservé jusqu’à une inactivité de : {time}',
  keptNot: 'Non conservé',
  keptAccount: 'Conservé jusqu’à la suppression de votre compte',
  looking: 'Quand vous ne faites que regarder',
  address: 'Votre adresse réseau',
  addressHelp:
    'Sert à compter vos requêtes en mémoire, pour que personne n’inonde le serveur, et vos connexions tant qu’elles sont ouvertes. Elle n’est écrite nulle part.',
  log: 'Le journal du serveur',
  logHelp:
    'Quelles pages ont été demandées, quand, et ce qui a échoué ; les comptes par leur seul identifiant, et aucune adresse. Ce qui se trouve devant le serveur, comme un proxy, peut avoir son propre journal.',
  logKept: 'Conservé aussi longtemps que le décide la personne qui gère le serveur',
  account: 'Votre compte',
  name: 'Votre nom',
  nameHelp:
    'La première fois que vous rejoignez ou lancez un Space, un compte est créé : vous êtes invité, avec le nom que vous donnez ou « Guest » et un numéro. Un invité dont tous les appareils sont déconnectés ne peut plus le supprimer.',
  networks: 'Vos comptes Mastodon, Bluesky ou X',
  networksHelp:
    'Si vous vous connectez avec l’un d’eux : son pseudo, son nom et son identifiant, une copie de sa photo, et quand vous avez prouvé qu’il est à vous. Jamais de mot de passe, et ce que la connexion nous a permis est rendu aussitôt.',
  networksKept: 'Conservé jusqu’à ce que vous les retiriez ici',
  leave: 'L’autorisation de montrer sur Bluesky que vous êtes en direct',
  leaveHelp: 'Seulement si vous la donnez ; scellée.',
  leaveKept: 'Conservé jusqu’à ce que vous la repreniez',
  signIn: 'Une connexion en cours',
  signInHelp: 'Ce qui vous ramène de votre réseau, scellé.',
  devices: 'Où vous êtes connecté',
  devicesHelp:
    'Le type de navigateur et de système, quand il est arrivé, et sa dernière utilisation à l’heure près. De sa clé, seulement une empreinte.',
  spaces: 'Dans les Spaces',
  sound: 'Ce qui est dit',
  soundHelp: 'Le son passe par le serveur média vers ceux qui écoutent. Rien n’est enregistré.',
  hosted: 'Les Spaces que vous animez',
  hostedHelp: 'Le titre, la langue, les réglages, et quand il a commencé et fini.',
  joined: 'Les Spaces que vous rejoignez',
  joinedHelp:
    'Sous quel nom et dans quel rôle, quand vous êtes arrivé et parti, et ce que vous avez écrit en demandant la parole. Les auditeurs anonymes ne sont nommés à personne, mais le serveur les connaît.',
  follows: 'Qui vous suivez',
  followsHelp:
    'Seulement si vous laissez parler dans votre Space les personnes que vous suivez : des codes brouillés de celles-ci.',
  followsKept: 'Conservé jusqu’à la fin du Space',
  ahead: 'Se préparer à écouter',
  aheadHelp:
    'Quand vous vous arrêtez sur un Space, votre navigateur peut se connecter sans son. Cela reste en mémoire, et personne n’est compté.',
  events: 'Les messages du serveur média',
  eventsHelp: 'Leurs identifiants, pour qu’aucun ne soit pris deux fois.',
  safety: 'Sécurité',
  blocks: 'Qui vous bloquez ou masquez',
  blocksKept: 'Conservé jusqu’à ce que vous y renonciez, ou supprimiez votre compte',
  reports: 'Signalements',
  reportsHelp: 'Ce qui a été signalé et par qui, avec les noms, rôles et pseudos de ce moment-là.',
  recordsKept: 'Conservé sans limite, mais un compte supprimé n’y est plus nommé',
  trail: 'Le registre des décisions',
  trailHelp: 'Ce que les hôtes et ceux qui gèrent le serveur ont décidé : qui, à propos de qui, et quand.',
  gone: 'Ce qu’un compte supprimé laisse dans les Spaces',
  goneHelp: 'Une marque sans nom, pour que ceux qui l’y ont rencontré apprennent qu’il n’est plus là.',
  known: 'Blocages, exclusions et suspensions d’un compte supprimé',
  knownHelp:
    'Chaque compte de réseau sous forme d’empreinte, pour qu’un nouveau compte ne permette pas de les contourner.',
  knownKept: 'Conservé aussi longtemps qu’ils sont valables',
  browser: 'Dans votre navigateur',
  extension: 'Ce que Perch y conserve',
  extensionHelp:
    'Vos réglages, la clé de votre compte, qui vous suivez, et les {n} derniers Spaces où vous étiez.',
  extensionKept: 'Conservé jusqu’à ce que vous l’effaciez, ou retiriez Perch',
  timelines: 'Ce qu’il lit dans les fils',
  timelinesHelp:
    'Les noms des auteurs et les liens vers des Spaces, comparés sur votre appareil. Seul un lien vers un Space est consulté, sur son serveur si vous l’avez ajouté, et un serveur Mastodon se voit demander, sans votre identité, son domaine.',
  yours: 'Ce que vous pouvez faire',
  yoursHelp:
    'Votre compte, dans l’extension ou sur la page d’un Space, liste vos appareils et vos réseaux ; là, vous les déconnectez, les retirez, ou supprimez tout d’un coup.',
  contact: 'Pour toute question, adressez-vous à la personne qui gère ce serveur :',
};
