import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whether the browser knows of a network; calls back once there is one again. */
export function useIsOnline(onBack: () => unknown): boolean {
  const isOnline = useSignal(navigator.onLine);
  useEffect(() => {
    const look = () => {
      isOnline.value = navigator.onLine;
      if (navigator.onLine) onBack();
    };
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline.value;
}
