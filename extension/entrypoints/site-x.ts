import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../platform/early.ts';
import { x } from '../sites/x.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => {
  offerSite(x);
  askEarly();
});
