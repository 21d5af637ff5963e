import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly } from '../platform/early.ts';
import { demo } from '../sites/demo.ts';
import { offerSite } from '../sites/offered.ts';

export default defineUnlistedScript(() => {
  offerSite(demo);
  askEarly();
});
