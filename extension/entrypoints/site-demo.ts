import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { demo } from '../sites/demo.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => offerSite(demo));
