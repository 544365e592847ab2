// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/projector/timer.tsx
//
// A timer, only when asked for: minutes left, in words. It stops nothing and survives a reload.

import { useEffect, useState } from 'react';
import { Button, Icon } from '#ui';
import { t } from '#words';

const second_ms = 1000;

export function Timer({ name, minutes }: { name: string; minutes: number }) {
  const key = `etabli.draft.timer.${name}`;
  const [ends, setEnds] = useState(() => Number(sessionStorage.getItem(key) ?? 0));
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    if (ends === 0) return;
    const timer = setInterval(() => setNow(Date.now()), second_ms);
    return () => clearInterval(timer);
  }, [ends]);

  function start() {
    const at = Date.now() + minutes * 60 * second_ms;
    sessionStorage.setItem(key, String(at));
    setNow(Date.now());
    setEnds(at);
  }

  function stop() {
    sessionStorage.removeItem(key);
    setEnds(0);
  }

  if (ends === 0)
    return (
      <Button icon="clock" onPress={start}>
        {t('spaces.projector.timer_start', { minutes })}
      </Button>
    );
  const left = Math.max(0, Math.ceil((ends - now) / (60 * second_ms)));
  return (
    <span className="row timer">
      <span className="with-icon" role="timer">
        <Icon name="clock" />
        {left > 0
          ? t('spaces.projector.timer_left', { minutes: left })
          : t('spaces.projector.timer_over')}
      </span>
      <Button kind="quiet" onPress={stop}>
        {t('spaces.projector.timer_stop')}
      </Button>
    </span>
  );
}
