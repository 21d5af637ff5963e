export { ConnectionLine } from './connection-line.tsx';
export { OddityLine } from './oddity-line.tsx';
