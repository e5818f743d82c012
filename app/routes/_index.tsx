import { CodeBox } from '#app/ui/code-box.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'resident' }

export const meta = titled('home.title')

export default function Home() {
  const t = useT()
  return (
    <ResidentFrame>
      <h1>{t('home.title')}</h1>
      <p className="lead">{t('home.lead')}</p>
      <section className="box" aria-labelledby="code-title">
        <h2 id="code-title">{t('home.codeTitle')}</h2>
        <CodeBox />
      </section>
      <h2>{t('home.howTitle')}</h2>
      <ul>
        <li>{t('home.how.one')}</li>
        <li>{t('home.how.two')}</li>
        <li>{t('home.how.three')}</li>
      </ul>
      <h2>{t('home.resultsTitle')}</h2>
      <p>
        <a className="tap" href="/ket-qua">
          {t('home.results')}
        </a>
      </p>
      <h2>{t('home.staffTitle')}</h2>
      <p>
        <a className="tap" href="/dang-nhap">
          {t('home.signIn')}
        </a>
      </p>
    </ResidentFrame>
  )
}
