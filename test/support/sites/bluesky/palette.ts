import { createContext, useContext } from 'react';

interface Palette {
  background: string;
  text: string;
  muted: string;
  line: string;
  hover: string;
  accent: string;
}

export const PALETTES: Readonly<Record<string, Palette>> = {
  light: {
    background: '#FFFFFF',
    text: '#000000',
    muted: '#405168',
    line: '#DCE2EA',
    hover: '#F9FAFB',
    accent: '#006AFF',
  },
  dim: {
    background: '#151D28',
    text: '#FFFFFF',
    muted: '#ABB8C9',
    line: '#2C3A4E',
    hover: '#1C2736',
    accent: '#0F73FF',
  },
  dark: {
    background: '#000000',
    text: '#FFFFFF',
    muted: '#A5B2C5',
    line: '#232E3E',
    hover: '#111822',
    accent: '#006AFF',
  },
};

export const Theme = createContext(PALETTES.light!);
export const usePalette = (): Palette => useContext(Theme);
