import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFirst } from '../platform/first-reads.ts';

export default defineUnlistedScript(() => readFirst());
