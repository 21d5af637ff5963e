import { FAR_OFFICE } from '../../host/far-office.ts';
import { HostMount } from '../../host/host-mount.ts';
import { answer } from '../../platform/messaging.ts';

const mount: HostMount = new HostMount({
  office: { ...FAR_OFFICE, setMicrophone: (on) => void mount.host.setMicrophone(on) },
  answer,
});
mount.serve();
