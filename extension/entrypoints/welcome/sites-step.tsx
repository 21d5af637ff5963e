import { Button } from '#shared/ui/button.tsx';
import { AddSite } from '../options/add-site.tsx';
import { FixedSites } from '../options/fixed-sites.tsx';
import { SitesPicture } from './pictures.tsx';
import { StepFrame, type StepProps } from './step.tsx';

/** Where Perch works, and one more place; the browser asks about that one, once its button is pressed. */
export function SitesStep({ desk, say: t, isDone, onDone, onNext, onBack }: StepProps) {
  const { sites, catalogue } = desk;
  return (
    <StepFrame
      say={t}
      title={t('sitesTitle')}
      help={t('sitesWhat')}
      picture={<SitesPicture />}
      isDone={isDone}
      onNext={onNext}
      onBack={onBack}
      action={
        <Button
          look="primary"
          onClick={() => {
            onDone();
            onNext();
          }}
        >
          {t('nextStep')}
        </Button>
      }
    >
      <FixedSites sites={sites} language={catalogue.value.language} say={t} />
      <AddSite sites={sites} say={t} onAdded={onDone} />
    </StepFrame>
  );
}
