/** What the fixture uses of react-native-web, which brings no types of its own. */
declare module 'react-native-web' {
  import type { FunctionComponent, ReactNode, Ref } from 'react';

  type Style = Readonly<Record<string, string | number | undefined>>;
  type Styles = Style | false | null | undefined | readonly Styles[];

  interface ViewProps {
    testID?: string;
    style?: Styles;
    role?: string;
    href?: string;
    hrefAttrs?: { target?: string; rel?: string };
    dataSet?: Readonly<Record<string, string>>;
    tabIndex?: 0 | -1;
    'aria-label'?: string;
    'aria-selected'?: boolean;
    'aria-modal'?: boolean;
    children?: ReactNode;
    ref?: Ref<HTMLElement>;
    onClick?: (event: MouseEvent) => void;
    numberOfLines?: number;
    dir?: string;
  }

  interface PressableProps extends ViewProps {
    onPress?: (event: { target: EventTarget | null; nativeEvent: MouseEvent }) => void;
    accessible?: boolean;
  }

  interface ImageProps extends ViewProps {
    source: { uri: string };
  }

  export const View: FunctionComponent<ViewProps>;
  export const Text: FunctionComponent<ViewProps>;
  export const Pressable: FunctionComponent<PressableProps>;
  export const Image: FunctionComponent<ImageProps>;
  export const TextInput: FunctionComponent<ViewProps & { placeholder?: string; multiline?: boolean }>;
  export const StyleSheet: { create<T extends Record<string, Style>>(styles: T): T };
}
