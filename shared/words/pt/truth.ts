import type { truth as source } from '../en/truth.ts';
import type { Translated } from '../words.ts';

export const truth: Translated<typeof source> = {
  cuttingOut: { one: 'O som de {names} está falhando', other: 'O som de {names} está falhando' },
  youCutOut: 'Seu som está falhando. Podem se perder palavras.',
  connectionIsWeak: 'Sua conexão está fraca. O som pode falhar.',

  oddity_system_muted: 'O sistema silenciou seu microfone',
  oddityHelp_system_muted:
    'Ninguém ouve você. Procure uma tecla de silenciar ou veja as configurações de som.',
  oddity_silent: 'Seu microfone está ligado, mas sem som',
  oddityHelp_silent: 'Ninguém ouve você. Pode ter um botão de desligar, ou não ser o certo.',
  oddity_talking_while_muted: 'Você está falando com o microfone desligado',
  oddityHelp_talking_while_muted: 'Ninguém ouve você, e só você vê este aviso.',
  oddity_unplugged: 'Seu microfone foi desconectado',
  oddityHelp_unplugged:
    'As outras pessoas veem seu microfone desligado, e você continua ouvindo. Conecte-o de novo ou use outro.',
  unmute: 'Ligar',
  turnOnAnother: 'Ligar o que há',
  checkIt: 'Testar',
  checkMicrophone: 'Testar seu microfone',

  checkWhy: 'Veja em que volume você fala e ouça-se como vão ouvir você.',
  checkStart: 'Começar o teste',
  checkStartHelp: 'O navegador pode perguntar uma vez: escolha “Permitir”.',
  checkPrivacy:
    'O que você diz aqui fica nesta aba: não é enviado a ninguém nem guardado. Em um Space, o Perch mede só neste dispositivo o volume do seu microfone, mesmo desligado, para avisar quando você fala e ninguém ouve.',
  checkOpening: 'Abrindo o microfone…',
  yourLevel: 'Seu volume',
  level_none: 'Não se ouve nada. Diga algo.',
  level_quiet: 'Baixo. Chegue um pouco mais perto.',
  level_good: 'Bom. Vão ouvir você bem.',
  level_loud: 'Muito alto. Afaste-se um pouco.',
  recordAndHear: 'Gravar 3 s e ouvir',
  recordAgain: 'Gravar de novo',
  recordingNow: 'Gravando: diga algo…',
  playingBack: 'É assim que se ouve você…',
  heardWell: 'Deu para ouvir sua voz, alta e clara? Então já pode falar.',
  heardNothing: 'Não se ouviu nada. Escolha outro microfone ou procure um botão neste.',
  notRecorded: 'Não deu para gravar. Tente de novo.',

  microphoneOffInSystem: 'O sistema não deixa o navegador usar o microfone',
  stepEdgeSettings:
    'Não há ícone lá? Abra as configurações do Edge, procure “microfone” e tire o Perch dos bloqueados.',
  stepChromeSettings:
    'Não há ícone lá? Abra as configurações do navegador, procure “microfone” e tire o Perch dos bloqueados.',
  stepFirefox: 'Clique no microfone riscado à esquerda da barra de endereço e remova o bloqueio.',
  stepFirefoxWindow:
    'Escolha “Tentar de novo”. Se o Firefox guardou o bloqueio, abre-se uma aba onde você pode removê-lo.',
  stepMac: 'Abra Ajustes do Sistema, “Privacidade e Segurança”, “Microfone”, e ative seu navegador.',
  stepWindows:
    'Abra Configurações, “Privacidade e segurança”, “Microfone”, e deixe que aplicativos da área de trabalho o usem.',
  stepOtherSystem:
    'Abra as configurações de privacidade ou de som do sistema e deixe o navegador usar o microfone.',
  stepRestart: 'Se isso não mudar nada, feche o navegador e abra de novo.',
  stepPlugIn: 'Conecte um microfone ou um fone. Esta página percebe sozinha.',
  stepInput: 'Se há um, veja nas configurações de som do sistema se ele está desativado como entrada.',
  stepOtherProgram: 'Feche o que faz chamadas ou grava, como Zoom, Teams ou OBS.',
  stepReplug: 'Se isso não mudar nada, desconecte-o e conecte de novo.',

  // The window of whoever speaks, in Firefox
  stageRemember: 'Deixe a caixa marcada e o Firefox não perguntará de novo.',
  stageWindowHelp: 'Feche esta janela para soltar o microfone. Você continua ouvindo.',
  stageWindowOver: 'Você não está mais no palco. Pode fechar esta janela e continuar ouvindo.',
};
