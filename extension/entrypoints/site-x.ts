import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { x } from '../sites/x.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => offerSite(x));
