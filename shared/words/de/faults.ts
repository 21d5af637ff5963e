import type { faults as source } from '../en/faults.ts';
import type { Translated } from '../words.ts';

export const faults: Translated<typeof source> = {
  fault_invalid_input: 'Der Server hat das nicht angenommen',
  faultHelp_invalid_input: 'Ändere, was du geschrieben hast, und versuch es noch einmal.',
  fault_invalid_json: 'Perch und sein Server verstehen sich nicht',
  faultHelp_invalid_json:
    'Einer der beiden ist veraltet. Aktualisiere Perch oder sag denen Bescheid, die den Server betreiben.',
  fault_unsupported_media_type: 'Perch und sein Server verstehen sich nicht',
  faultHelp_unsupported_media_type:
    'Einer der beiden ist veraltet. Aktualisiere Perch oder sag denen Bescheid, die den Server betreiben.',
  fault_body_too_large: 'Das ist dem Server zu lang',
  faultHelp_body_too_large: 'Kürze es und versuch es noch einmal.',
  fault_unauthenticated: 'Du bist hier abgemeldet',
  faultHelp_unauthenticated: 'Melde dich wieder an oder mach als Gast weiter.',
  fault_forbidden: 'Deine Rolle erlaubt das nicht',
  faultHelp_forbidden: 'Du kannst weiter zuhören.',
  fault_sign_in_required: 'Dafür musst du dich anmelden',
  faultHelp_sign_in_required:
    'Dieser Server erlaubt das Gästen nicht. Melde dich mit einem Konto an, das du hast, und versuch es noch einmal.',
  fault_target_is_guest: 'Diese Person ist als Gast hier',
  faultHelp_target_is_guest:
    'Gäste dürfen das hier nicht. Versuch es noch einmal, sobald sie angemeldet ist.',
  fault_suspended: 'Dieses Konto ist gesperrt',
  faultHelp_suspended: 'Das waren die, die den Server betreiben. Sie können dir sagen, warum und wie lange.',
  fault_domain_refused: 'Dieser Server nimmt niemanden von dort auf',
  faultHelp_domain_refused: 'Melde dich mit einem Konto eines anderen Servers an oder hör als Gast zu.',
  fault_identity_untrusted: 'Dieses Konto ließ sich nicht belegen',
  faultHelp_identity_untrusted:
    'Sein Server beansprucht einen fremden Namen. Melde dich auf dem Server an, auf dem das Konto zu Hause ist.',
  fault_sign_in_over: 'Diese Anmeldung gilt nicht mehr',
  faultHelp_sign_in_over: 'Es hat zu lange gedauert, oder etwas kam dazwischen. Fang noch einmal an.',
  fault_sign_in_cancelled: 'Du hast dich nicht angemeldet',
  faultHelp_sign_in_cancelled:
    'Das Fenster wurde geschlossen, oder du hast abgelehnt. Nichts hat sich geändert.',
  fault_network_unreachable: 'Der Server deines Kontos antwortet nicht',
  faultHelp_network_unreachable:
    'Prüf seinen Namen oder versuch es in einer Minute noch einmal. Perch selbst läuft weiter.',
  fault_removed: 'Ein Host hat dich aus diesem Space entfernt',
  faultHelp_removed: 'Die anderen Spaces stehen dir offen.',
  fault_blocked_by_host: 'Du kannst diesem Space nicht beitreten',
  faultHelp_blocked_by_host: 'Der Host hat dich blockiert. Die anderen Spaces stehen dir offen.',
  fault_guests_refused: 'Der Host lässt keine Gäste herein',
  faultHelp_guests_refused: 'Die anderen Spaces stehen dir offen.',
  fault_not_in_space: 'Du bist nicht mehr in diesem Space',
  faultHelp_not_in_space: 'Tritt wieder bei und versuch es noch einmal.',
  fault_stage_full: 'Die Bühne ist voll',
  faultHelp_stage_full:
    'Alle behalten ihren Platz in der Schlange. Versuch es noch einmal, wenn jemand die Bühne verlässt.',
  fault_cohosts_full: 'Es gibt schon zwei Co-Hosts',
  faultHelp_cohosts_full: 'Nimm zuerst einer der beiden Personen diese Rolle ab.',
  fault_requests_locked: 'Der Host nimmt gerade keine Anfragen an',
  faultHelp_requests_locked: 'Du kannst weiter zuhören und später noch einmal fragen.',
  fault_invitation_over: 'Die Einladung gilt nicht mehr',
  faultHelp_invitation_over: 'Du kannst selbst ums Wort bitten.',
  fault_blocked_on_stage: 'Auf der Bühne ist jemand, den du blockiert hast',
  faultHelp_blocked_on_stage:
    'Öffne Perch aus der Symbolleiste und entscheide, ob du trotzdem zuhören willst.',
  fault_anonymous_refused: 'Der Host möchte sehen, wer zuhört',
  faultHelp_anonymous_refused: 'Öffne Perch aus der Symbolleiste, um mit deinem Namen zuzuhören.',
  fault_not_found: 'Diesen Space gibt es hier nicht',
  faultHelp_not_found: 'Vielleicht ist er vorbei. Such dir einen anderen aus der Liste aus.',
  fault_method_not_allowed: 'Perch und sein Server verstehen sich nicht',
  faultHelp_method_not_allowed:
    'Einer der beiden ist veraltet. Aktualisiere Perch oder sag denen Bescheid, die den Server betreiben.',
  fault_already_hosting: 'Du hostest schon einen Space',
  faultHelp_already_hosting: 'Beende erst diesen, dann starte den nächsten.',
  fault_conflict: 'Inzwischen hat sich etwas geändert',
  faultHelp_conflict: 'Sieh es dir an und versuch es noch einmal.',
  fault_space_ended: 'Dieser Space ist gerade zu Ende gegangen',
  faultHelp_space_ended: 'Such dir einen anderen aus der Liste aus.',
  fault_rate_limited: 'Das war etwas zu schnell',
  faultHelp_rate_limited: 'Warte einen Moment und versuch es noch einmal.',
  rateLimitedFor: {
    one: 'Warte {n} Sekunde und versuch es noch einmal.',
    other: 'Warte {n} Sekunden und versuch es noch einmal.',
  },
  fault_internal: 'Der Server hat einen Fehler gemacht',
  faultHelp_internal: 'Es lag nicht an dir. Versuch es gleich noch einmal.',
  fault_media_unavailable: 'Auf dem Server ist der Ton ausgefallen',
  faultHelp_media_unavailable: 'Er kommt von selbst zurück. Versuch es gleich noch einmal.',
  fault_shutting_down: 'Der Server startet neu',
  faultHelp_shutting_down: 'Was du hörst, läuft weiter. Versuch es gleich noch einmal.',
  fault_unreachable: 'Der Server antwortet nicht',
  faultHelp_unreachable:
    'Was du hörst, läuft weiter. Prüf deine Verbindung oder die Adresse in den Einstellungen.',
  fault_not_perch: 'Unter dieser Adresse ist kein Perch-Server',
  faultHelp_not_perch: 'Dort antwortet etwas anderes. Prüf die Adresse und ihren Port.',
  fault_bad_address: 'Perch kann mit dieser Adresse nichts anfangen',
  faultHelp_bad_address:
    'Schreib sie wie https://perch.example.org. Einfaches http geht nur für diesen Computer (localhost).',
  fault_media_unreachable: 'Der Ton kommt nicht durch',
  faultHelp_media_unreachable: 'Vielleicht blockiert ihn dein Netz. Versuch ein anderes Netz oder ohne VPN.',
  fault_join_timeout: 'Das Beitreten hat zu lange gedauert',
  faultHelp_join_timeout: 'Vielleicht ist deine Verbindung langsam. Versuch es noch einmal.',
  fault_stopped: 'Dein Browser hat Perch angehalten',
  faultHelp_stopped:
    'Du bist nicht mehr im Space. Läuft er noch, kommst du mit ausgeschaltetem Mikrofon zurück.',
  rejoin: 'Wieder hinein',
  fault_elsewhere: 'Du hörst auf einem anderen Gerät weiter',
  faultHelp_elsewhere: 'Um den Space wieder hier zu hören, tritt ihm hier bei.',
  fault_microphone_denied: 'Der Browser blockiert das Mikrofon',
  faultHelp_microphone_denied:
    'Du kannst weiter zuhören. Zum Sprechen öffne den Tab: Er zeigt, worauf du klicken musst.',
  fault_microphone_missing: 'Kein Mikrofon gefunden',
  faultHelp_microphone_missing:
    'Du kannst weiter zuhören. Zum Sprechen schließ eins an und versuch es noch einmal.',
  fault_microphone_busy: 'Ein anderes Programm nutzt das Mikrofon',
  faultHelp_microphone_busy:
    'Du kannst weiter zuhören. Zum Sprechen schließ dieses Programm und versuch es noch einmal.',
};
