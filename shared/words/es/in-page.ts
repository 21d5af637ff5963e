import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'Gracias por haber estado.',
  nowBlocked: 'Has bloqueado a {name}.',
  faultHelp_not_found: 'Quizá terminó, o el enlace está incompleto.',
  faultHelp_space_ended: 'Gracias por pasarte.',
  faultHelp_removed: 'No puedes volver a entrar.',
  faultHelp_blocked_by_host: 'Su anfitrión te bloqueó.',
  faultHelp_guests_refused: 'Solo pueden escuchar quienes han iniciado sesión.',
  faultHelp_blocked_on_stage: 'Abre el Space en su propia pestaña para decidir si aún quieres escuchar.',
  faultHelp_anonymous_refused: 'Abre el Space en su propia pestaña para escuchar con tu nombre.',
  faultHelp_unreachable: 'Revisa tu conexión y vuelve a intentarlo.',
  faultHelp_not_perch: 'En su lugar responde otra cosa. Vuelve a intentarlo en un momento.',
  faultHelp_microphone_denied:
    'Puedes seguir escuchando. Para hablar, haz clic en el icono a la izquierda de la barra de direcciones, permite el micrófono y vuelve a intentarlo.',
};
