import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Where nothing has a width, such as what only paper shows: that of the text on A4 at 96 dots an inch. */
const PAPER = 680;

/** How wide an element is, before it is first painted and whenever that changes; CSS pixels. */
export function useWidth<Element extends HTMLElement>(): { ref: RefObject<Element | null>; width: number } {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(PAPER);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.round(element.clientWidth) || PAPER);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** Notes that what is to be drawn is there. */
export const noteRead = (): void => {
  performance.clearMarks("trends-read");
  performance.mark("trends-read");
};

/**
 * Writes down how long it takes from data to picture, as the measure `trends-drawn` of the browser's performance timeline
 * (User Timing), where a script reads it: one entry each time that something else is drawn.
 * @param what is drawn; `undefined` while there is nothing yet
 */
export function useDrawn(what: object | undefined): void {
  useEffect(() => {
    if (what === undefined) return undefined;
    let after: ReturnType<typeof setTimeout> | undefined;
    // The frame that holds it has been made when the first task after it runs.
    const frame = requestAnimationFrame(() => {
      after = setTimeout(() => performance.measure("trends-drawn", "trends-read"));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
    };
  }, [what]);
}
