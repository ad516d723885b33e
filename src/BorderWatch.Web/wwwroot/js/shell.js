// What pages need of the browser beyond Blazor: the search key, the connection's state, scrolling to a quote.
(() => {
  const isTyping = element => element?.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable="true"]');

  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const search = document.querySelector('[data-search] input, input[data-search]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // One after the other through a list of incidents; the first that is in view where none has the focus.
  const walk = step => {
    const links = [...document.querySelectorAll('article.row h3 a')];
    const at = links.findIndex(link => (link.closest('[data-row]') ?? link.closest('article')).contains(document.activeElement));
    const top = document.querySelector('.bw-bar')?.getBoundingClientRect().bottom ?? 0;
    const next = at >= 0 ? links[at + step] : links.find(link => link.getBoundingClientRect().top > top);
    if (!next) return;
    next.focus({ preventScroll: true });
    next.closest('article').scrollIntoView({ block: 'nearest' });
  };

  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    '?': () => document.getElementById('bw-shortcuts')?.showModal(),
  };
  document.addEventListener('keydown', event => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open], .mud-dialog')) return;
    event.preventDefault();
    keys[event.key]();
  });

  // A list of offers is walked through by the arrows, which would else move the caret, and Return takes the chosen one.
  document.addEventListener('keydown', event => {
    if (!event.target.matches?.('[role=combobox][data-search][aria-expanded=true]')) return;
    const takes = event.key === 'Enter' && event.target.hasAttribute('aria-activedescendant');
    if (takes || event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
  });

  // A control with data-key is pressed by that key, unless somebody types; in an open dialog only the dialog's own are.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.key === 'Enter' || (isTyping(event.target) && event.key !== 'Escape')) return;
    const dialogs = document.querySelectorAll('.mud-dialog, dialog[open]');
    const scope = dialogs.length ? dialogs[dialogs.length - 1] : document;
    const control = [...scope.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].filter(one => one.offsetParent !== null || getComputedStyle(one).position === 'fixed').at(-1);
    if (!control) return;
    event.preventDefault();
    control.click();
  });

  // A form that opens takes the focus to its first control.
  new MutationObserver(() => {
    const first = document.querySelector('form [data-first]:not([data-focused])');
    if (!first) return;
    first.dataset.focused = '';
    first.focus();
    first.select?.();
  }).observe(document.body, { childList: true, subtree: true });

  document.addEventListener('click', event => {
    if (event.target.closest?.('a[href]')) sessionStorage.setItem(`borderwatch-scroll:${location.href}`, String(scrollY));
  }, true);

  let opener = null;
  const connection = document.getElementById('components-reconnect-modal');
  connection?.addEventListener('click', event => {
    if (event.target.matches('[data-reload]')) location.reload();
    if (event.target.matches('[data-reconnect]')) Blazor.reconnect().then(ok => ok || location.reload());
  });
  connection?.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'rejected') location.reload();
  });

  Object.assign(window.borderWatch, {
    /** Scrolls to a quotation, marks all its pieces for a moment, and moves the focus there. */
    reveal(key) {
      const pieces = document.querySelectorAll(`[data-quotes~="${CSS.escape(key)}"]`);
      if (pieces.length === 0) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      pieces[0].scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'center' });
      pieces[0].focus({ preventScroll: true });
      for (const piece of pieces) {
        piece.classList.remove('bw-revealed');
        void piece.offsetWidth;
        piece.classList.add('bw-revealed');
      }
    },
    /** Puts the focus into a drawer that opened, and back to where it was when it closes. */
    holdFocus(id) {
      if (id) {
        opener = document.activeElement;
        document.getElementById(id)?.focus();
      } else {
        opener?.focus();
      }
    },
    /** Selects a field and copies it; false where the browser does not let us, and the reader copies what is selected. */
    async copy(id) {
      const field = document.getElementById(id);
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        return true;
      } catch {
        return document.execCommand('copy');
      }
    },
    /** Goes to where the reader was when they left this address by a link. */
    restoreScroll() {
      const top = sessionStorage.getItem(`borderwatch-scroll:${location.href}`);
      if (top) scrollTo({ top: Number(top), behavior: 'instant' });
    },
    /** Calls back with the words that are selected in a text of the element: which text, where they stand in it, and the words. */
    whenSelected(element, target) {
      const report = () => {
        const selection = getSelection();
        if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
        const range = selection.getRangeAt(0);
        const text = (range.startContainer.parentElement ?? range.startContainer).closest?.('[data-article]');
        if (!text || !element.contains(text) || !text.contains(range.endContainer)) return;
        const before = document.createRange();
        before.selectNodeContents(text);
        before.setEnd(range.startContainer, range.startOffset);
        const written = range.toString();
        const words = written.trim();
        if (words.length === 0) return;
        const start = before.toString().length + written.indexOf(words);
        target.invokeMethodAsync('OnWordsAsync', text.dataset.article, text.dataset.title === 'true', start, start + words.length, words);
      };
      const onKey = event => { if (event.shiftKey || event.key === 'Shift') report(); };
      element.addEventListener('mouseup', report);
      element.addEventListener('touchend', report);
      document.addEventListener('keyup', onKey);
      return {
        stop() {
          element.removeEventListener('mouseup', report);
          element.removeEventListener('touchend', report);
          document.removeEventListener('keyup', onKey);
        }
      };
    },
    /** A drag over the element spans a part of its width; calls back with where it began and ended, 0 to 1. */
    brush(element, target) {
      let start = null;
      const mark = document.createElement('div');
      mark.className = 'brush';
      const share = event => {
        const box = element.getBoundingClientRect();
        return Math.min(0.9999, Math.max(0, (event.clientX - box.left) / box.width));
      };
      const draw = end => {
        mark.style.left = `${Math.min(start, end) * 100}%`;
        mark.style.width = `${Math.abs(end - start) * 100}%`;
      };
      const end = event => {
        if (start === null) return;
        if (event.type === 'pointerup') target.invokeMethodAsync('OnBrushedAsync', start, share(event));
        start = null;
        mark.remove();
      };
      const handlers = {
        pointerdown: event => {
          if (event.button !== 0) return;
          start = share(event);
          element.setPointerCapture(event.pointerId);
          element.append(mark);
          draw(start);
        },
        pointermove: event => start !== null && draw(share(event)),
        pointerup: end,
        pointercancel: end,
      };
      for (const [name, handler] of Object.entries(handlers)) element.addEventListener(name, handler);
      return { stop: () => Object.entries(handlers).forEach(([name, handler]) => element.removeEventListener(name, handler)) };
    },
    /** Calls back whenever the element comes near the view. */
    whenNear(element, target) {
      const observer = new IntersectionObserver(
        entries => entries.some(entry => entry.isIntersecting) && target.invokeMethodAsync('OnNearAsync'),
        { rootMargin: '800px' });
      observer.observe(element);
      return { stop: () => observer.disconnect() };
    }
  });
})();
