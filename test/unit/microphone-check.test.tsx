import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { PartContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { en } from '#shared/words/en.ts';
import type { Catalogue } from '#shared/words/words.ts';
import {
  type Block,
  blockOf,
  blockOfFault,
  stepsOf,
  whereOf,
} from '../../extension/entrypoints/microphone/blocks.ts';
import { CheckSheet, type CheckSheetProps } from '../../extension/entrypoints/microphone/check-sheet.tsx';
import { readLevel } from '../../extension/entrypoints/microphone/level.ts';

const catalogue: Catalogue = { language: 'en', words: en };

function open(more: Partial<CheckSheetProps> = {}) {
  cleanup();
  const deeds = { onOpen: vi.fn(), onChoose: vi.fn(), onRecord: vi.fn(), onClose: vi.fn() };
  render(
    <PartContext.Provider value={{ catalogue: signal(catalogue), deeds: createDeeds() }}>
      <CheckSheet
        catalogue={catalogue}
        stage="open"
        device="A headset"
        devices={[{ id: 'usb', name: 'Blue Yeti' }]}
        input=""
        level={{ now: 0.5, word: 'good' }}
        isBlockedBySystem={false}
        take={{ state: 'none' }}
        {...deeds}
        {...more}
      />
    </PartContext.Provider>,
  );
  return deeds;
}

describe('what blocks a microphone', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission denied by system', 'system'],
    ['NotFoundError', 'Requested device not found', 'missing'],
    ['NotReadableError', 'Could not start audio source', 'busy'],
  ])('is read from %s: %s', (name, message, block) => {
    expect(blockOf(new DOMException(message, name))).toBe(block);
  });

  it('is what the media host says too', () => {
    expect(blockOfFault(null)).toBeNull();
    expect(blockOfFault('microphone_denied')).toBe('denied');
    expect(blockOfFault('microphone_busy')).toBe('busy');
  });

  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0';
  const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0';

  it('is undone as each browser and system has it', () => {
    expect(stepsOf('denied', whereOf(chrome))).toEqual(['microphoneDeniedSteps', 'stepChromeSettings']);
    expect(stepsOf('denied', whereOf(edge))).toEqual(['microphoneDeniedSteps', 'stepEdgeSettings']);
    expect(stepsOf('denied', whereOf(firefox))).toEqual(['stepFirefox']);
    expect(stepsOf('system', whereOf(firefox))[0]).toBe('stepMac');
    expect(stepsOf('system', whereOf(edge))[0]).toBe('stepWindows');
    expect(stepsOf('system', whereOf(chrome))[0]).toBe('stepOtherSystem');
  });

  it.each(['denied', 'system', 'missing', 'busy'] satisfies Block[])('is said, step by step: %s', (stage) => {
    const { onOpen } = open({ stage });
    expect(screen.getByRole('alert').querySelectorAll('li').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onOpen).toHaveBeenCalledOnce();
  });
});

describe('the check', () => {
  it('asks only when somebody begins', () => {
    const { onOpen } = open({ stage: 'idle' });
    expect(screen.queryByRole('meter')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Start the check' }));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('says in words what the meter shows, and by which microphone', () => {
    open();
    const meter = screen.getByRole('meter', { name: 'How loud you are' });
    expect(meter.getAttribute('aria-valuenow')).toBe('50');
    expect(meter.getAttribute('aria-valuetext')).toBe(en.level_good);
    expect(screen.getByText('A headset')).toBeTruthy();
  });

  it('goes over to another device', () => {
    const { onChoose } = open();
    fireEvent.change(screen.getByRole('combobox', { name: 'Microphone' }), { target: { value: 'usb' } });
    expect(onChoose).toHaveBeenCalledWith('usb');
  });

  it('says that the system mutes, and what to do', () => {
    open({ isBlockedBySystem: true, level: { now: 0, word: 'none' } });
    expect(screen.getByText(en.oddity_system_muted)).toBeTruthy();
    expect(screen.getByText(en.oddityHelp_system_muted)).toBeTruthy();
  });

  it('records once at a time, and reads no seconds into the recording', () => {
    const { onRecord } = open({ take: { state: 'recording', left: 2 } });
    fireEvent.click(screen.getByRole('button', { name: 'Record 3 s and hear it' }));
    expect(onRecord).not.toHaveBeenCalled();
    expect(screen.getByText('2').getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByRole('status').textContent).toBe(en.recordingNow);
  });

  it('says when there was nothing to hear', () => {
    open({ take: { state: 'nothing' } });
    expect(screen.getByRole('status').textContent).toBe(en.heardNothing);
    expect(screen.getByRole('button', { name: 'Record again' })).toBeTruthy();
  });
});

describe('a level', () => {
  const wordOf = (mean: number, peak: number) => readLevel({ mean, peak }, []).level.word;

  it('has a word', () => {
    expect(wordOf(0, 0)).toBe('none');
    expect(wordOf(0.01, 0.03)).toBe('quiet');
    expect(wordOf(0.08, 0.3)).toBe('good');
    expect(wordOf(0.4, 1)).toBe('loud');
  });

  it('grows as an ear takes it, from nothing to all', () => {
    const at = (mean: number) => readLevel({ mean, peak: mean }, []).level.now;
    expect(at(0)).toBe(0);
    expect(at(0.001)).toBe(0);
    expect(at(0.1)).toBeCloseTo(2 / 3);
    expect(at(1)).toBe(1);
  });

  it('keeps its word over the gaps between words', () => {
    let recent = readLevel({ mean: 0.1, peak: 0.3 }, []).recent;
    for (let look = 0; look < 19; look += 1) {
      const read = readLevel({ mean: 0, peak: 0 }, recent);
      recent = read.recent;
      expect(read.level.word).toBe('good');
    }
    expect(readLevel({ mean: 0, peak: 0 }, recent).level.word).toBe('none');
  });
});
