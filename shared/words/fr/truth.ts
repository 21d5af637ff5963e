/** Ce que font vraiment la connexion et le micro. */
export const truth = {
  cuttingOut: { one: 'Le son de {names} est haché', other: 'Le son de {names} est haché' },
  youCutOut: 'Votre son est haché. Des mots peuvent se perdre.',
  connectionIsWeak: 'Votre connexion est faible. Le son peut être haché.',

  oddity_system_muted: 'Votre micro est coupé par le système',
  oddityHelp_system_muted:
    'Personne ne vous entend. Cherchez une touche de coupure, ou dans les réglages du son.',
  oddity_silent: 'Votre micro est allumé, mais muet',
  oddityHelp_silent: 'Personne ne vous entend. Il a peut-être un interrupteur, ou ce n’est pas le bon.',
  oddity_talking_while_muted: 'Vous parlez, micro coupé',
  oddityHelp_talking_while_muted: 'Personne ne vous entend, et vous seul le savez.',
  oddity_unplugged: 'Votre micro a été débranché',
  oddityHelp_unplugged:
    'Les autres vous voient avec le micro coupé, et vous continuez d’écouter. Rebranchez-le, ou prenez-en un autre.',
  unmute: 'Rallumer',
  turnOnAnother: 'Allumer celui qui est là',
  checkIt: 'Le vérifier',
  checkMicrophone: 'Vérifier votre micro',

  checkWhy: 'Voyez si l’on vous entend assez fort, et écoutez-vous comme les autres vous entendront.',
  checkStart: 'Commencer',
  checkStartHelp: 'Le navigateur peut poser la question une fois : choisissez « Autoriser ».',
  checkPrivacy:
    'Ce que vous dites ici reste dans cet onglet : rien n’est envoyé ni gardé. Dans un Space, Perch mesure sur cet appareil seulement si votre micro capte du son, même quand il est coupé, pour vous dire que vous parlez sans être entendu.',
  checkOpening: 'Ouverture du micro…',
  yourLevel: 'Votre volume',
  level_none: 'Rien à entendre. Dites quelque chose.',
  level_quiet: 'C’est faible. Approchez-vous un peu.',
  level_good: 'C’est bien. On vous entendra clairement.',
  level_loud: 'C’est très fort. Reculez un peu.',
  recordAndHear: 'Enregistrer 3 s et réécouter',
  recordAgain: 'Enregistrer de nouveau',
  recordingNow: 'Enregistrement : dites quelque chose…',
  playingBack: 'Voici comment on vous entend…',
  heardWell: 'C’était bien vous, fort et clair ? Alors vous êtes prêt à parler.',
  heardNothing: 'Il n’y avait rien à entendre. Choisissez un autre micro, ou cherchez un interrupteur.',
  notRecorded: 'L’enregistrement n’a pas marché. Réessayez.',

  microphoneOffInSystem: 'Le système refuse le micro à votre navigateur',
  stepEdgeSettings:
    'Pas d’icône ? Ouvrez les paramètres d’Edge, cherchez « micro » et retirez Perch des sites bloqués.',
  stepChromeSettings:
    'Pas d’icône ? Ouvrez les paramètres du navigateur, cherchez « micro » et retirez Perch des sites bloqués.',
  stepFirefox: 'Cliquez sur le micro barré à gauche de la barre d’adresse, et levez le blocage.',
  stepFirefoxWindow:
    'Choisissez « Réessayer ». Si Firefox a gardé le blocage, un onglet s’ouvre où vous pouvez le lever.',
  stepMac:
    'Ouvrez Réglages Système, « Confidentialité et sécurité », « Microphone », et activez votre navigateur.',
  stepWindows:
    'Ouvrez Paramètres, « Confidentialité et sécurité », « Microphone », et autorisez les applications de bureau.',
  stepOtherSystem:
    'Ouvrez les réglages de confidentialité ou de son du système, et autorisez le micro pour votre navigateur.',
  stepRestart: 'Si rien ne change, fermez le navigateur et rouvrez-le.',
  stepPlugIn: 'Branchez un micro, ou connectez votre casque. Cette page le remarque d’elle-même.',
  stepInput: 'S’il est branché, vérifiez dans les réglages du son qu’il n’est pas désactivé comme entrée.',
  stepOtherProgram: 'Fermez ce qui sert aux appels ou à l’enregistrement, comme Zoom, Teams ou OBS.',
  stepReplug: 'Si rien ne change, débranchez-le et rebranchez-le.',

  // The window of whoever speaks, in Firefox
  stageRemember: 'Laissez la case cochée et Firefox ne vous le redemandera plus.',
  stageWindowHelp: 'Fermez cette fenêtre pour rendre le micro. Vous continuerez à écouter.',
  stageWindowOver: 'Vous n’êtes plus sur scène. Vous pouvez fermer cette fenêtre et continuer à écouter.',
} as const;
