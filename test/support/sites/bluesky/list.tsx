/** @jsxImportSource react */
import { Children, memo, type ReactNode, useEffect, useRef } from 'react';
import { View } from 'react-native-web';
import { usePalette } from './palette.ts';

interface ListProps {
  testID: string;
  header: ReactNode;
  children: ReactNode;
  onNearEnd: (scroller: Element) => void;
}

/** Tells whether its tree is seen at all: it is fixed to the whole window. */
const FIXED = { position: 'fixed', top: 0, left: 0, right: 0, bottom: 0, pointerEvents: 'none', zIndex: -1 };
const ABSOLUTE = { position: 'absolute', top: 0, left: 0, right: 0, height: 0 };

const Row = memo(function Row({ children }: { children: ReactNode }) {
  return <View style={{ contentVisibility: 'auto' }}>{children}</View>;
});

/** A list that keeps every row it ever had: a fixed probe, the centre, and in it the container of probe, header and rows. */
export function List({ testID, header, children, onNearEnd }: ListProps) {
  const { line } = usePalette();
  const isSeen = useRef(false);
  const probe = useRef<HTMLElement>(null);

  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      isSeen.current = entry!.isIntersecting;
    });
    observer.observe(probe.current!);
    const onScroll = () => {
      if (isSeen.current) onNearEnd(document.documentElement);
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      removeEventListener('scroll', onScroll);
    };
  }, [onNearEnd]);

  return (
    <View testID={testID}>
      <View ref={probe} style={FIXED} />
      <View style={{ width: '100%', maxWidth: 602, marginHorizontal: 'auto' }}>
        <View style={{ minHeight: '100vh', borderLeftWidth: 1, borderRightWidth: 1, borderColor: line }}>
          <View style={ABSOLUTE} />
          {header}
          {Children.map(children, (child) => (
            <Row>{child}</Row>
          ))}
        </View>
      </View>
    </View>
  );
}
