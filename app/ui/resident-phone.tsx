import { useT } from './site.tsx'

/**
 * What the page's script (`public/p.js`) says. It is all in the page, hidden, so that the script carries no words:
 * `data-s` names the states in which a part is shown, `data-do` what a button does.
 */
export const BallotWaiting = () => {
  const t = useT()
  return (
    <>
      <section id="cho" className="box" tabIndex={-1} data-s="sending unsent sent" hidden>
        <h2 data-s="sending">{t('resident.phone.sending')}</h2>
        <h2 data-s="unsent">{t('resident.phone.unsent')}</h2>
        <p data-s="unsent">{t('resident.phone.unsentText')}</p>
        <h2 data-s="sent">{t('resident.phone.sent')}</h2>
        <p data-s="sent">{t('resident.phone.sentText')}</p>
        <p className="acts" data-s="unsent sent">
          <button type="button" className="btn" data-do="send">
            {t('resident.phone.sendNow')}
          </button>
          <button type="button" className="btn btn-2" data-do="edit">
            {t('resident.phone.edit')}
          </button>
          <button type="button" className="btn btn-2" data-do="wipe" data-ask={t('resident.phone.sure')}>
            {t('resident.phone.wipe')}
          </button>
        </p>
      </section>
      <p className="notice" role="alert" data-full hidden>
        {t('resident.phone.full')}
      </p>
      <div
        className="summary"
        id="thieu"
        role="alert"
        tabIndex={-1}
        data-miss={t('resident.fault.answer-missing', { line: '' })}
        hidden
      >
        <h2>{t('form.errorSummary')}</h2>
        <ul />
      </div>
    </>
  )
}

/** Says that this phone keeps a draft, and takes it away. */
export const DraftKept = () => {
  const t = useT()
  return (
    <div className="notice" id="nhap" role="status" data-s="draft wiped" hidden>
      <p data-s="draft">{t('resident.phone.kept')}</p>
      <p data-s="draft">
        <button type="button" className="btn btn-2" data-do="wipe" data-ask={t('resident.phone.sure')}>
          {t('resident.phone.wipeDraft')}
        </button>
      </p>
      <p data-s="wiped">{t('resident.phone.wiped')}</p>
    </div>
  )
}
