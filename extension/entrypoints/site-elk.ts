import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { elk } from '../sites/elk.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => offerSite(elk));
