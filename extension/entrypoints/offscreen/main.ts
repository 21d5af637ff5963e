import { HostMount } from '../../host/host-mount.ts';
import { answer, send } from '../../platform/messaging.ts';

const mount: HostMount = new HostMount({
  office: {
    rejoin: (spaceId) => send('background:rejoin', { spaceId }),
    // While the background restarts nobody answers; it asks for the state when it wakes.
    report: (room) => void send('background:room', room).catch(() => undefined),
    // The background tells the server, too; one that is being restarted hears of it again by the next press.
    leave: () => void send('background:leave', {}).catch(() => undefined),
    setMicrophone: (on) => void mount.host.setMicrophone(on),
  },
  answer,
});
mount.serve();
