/** Contacts and the username that every surface gives them: by the rules, and by the formulas of the flow. */
export interface UsernameCase {
  readonly pattern: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly username: string;
  /** The formulas of the flow can't write it, so that the flow takes the email. */
  readonly isBeyondFormulas?: boolean;
}

export const SUFFIX = 'acme.portal';

const NAMES = '{first}.{last}@{suffix}';

type Named = readonly [firstName: string | null, lastName: string, local: string];

const OF_NAMES: readonly Named[] = [
  ['Søren', 'Ødegård', 'soren.odegard'],
  ['Łukasz', 'Wójcik', 'lukasz.wojcik'],
  ['Jürgen', 'Weiß', 'jurgen.weiss'],
  ['Иван', 'Петров', 'ivan.petrov'],
  ['Pat', 'O’Brien', "pat.o'brien"],
  ['Pat', "O'Brien", "pat.o'brien"],
  ['José', 'Núñez', 'jose.nunez'],
  ['Æsa', 'Bjørnsdóttir', 'aesa.bjornsdottir'],
  ['Þór', 'Sigurðsson', 'thor.sigurdsson'],
  ['Đorđe', 'Živković', 'dorde.zivkovic'],
  ['Işıl', 'Çağrı', 'isil.cagri'],
  ['Ștefan', 'Țepeș', 'stefan.tepes'],
  ['Nguyễn', 'Đặng', 'nguyen.dang'],
  ['Phượng', 'Hồ', 'phuong.ho'],
  ['Cœur', 'Lefèvre', 'coeur.lefevre'],
  ['Ġużeppi', 'Ħaż-Żebbuġ', 'guzeppi.haz-zebbug'],
  ['Ŋarra', 'Sámi', 'ngarra.sami'],
  ['Əli', 'Əliyev', 'eli.eliyev'],
  ['Jāņis', 'Bērziņš', 'janis.berzins'],
  ['Žydrūnas', 'Šarūnas', 'zydrunas.sarunas'],
  ['Győző', 'Erdős', 'gyozo.erdos'],
  ['Ľubomír', 'Ďurica', 'lubomir.durica'],
  ['Щедрин', 'Юлия', 'shchedrin.yuliya'],
  ['Йосип', 'Чайковський', 'yosip.chaykovskiy'],
  ['Їжак', 'Ґалаґан', 'izhak.galagan'],
  ['Ёлкин', 'Объедков', 'elkin.obedkov'],
  ['Ђорђе', 'Љубић', 'djordje.ljubic'],
  ['Қайрат', 'Нұрғали', 'qayrat.nurghali'],
  ['Αλέξης', 'Ζορμπάς', 'alexis.zormpas'],
  ['Χρήστος', 'Ψαρρός', 'christos.psarros'],
  ['Ευγενία', 'Ξένου', 'eygenia.xenoy'],
  ['María José', 'Núñez Peña', 'mariajose.nunezpena'],
  ['Zoe\u0308', 'Mu\u0308ller', 'zoe.muller'],
  ['John Q.', 'Adams', 'johnq.adams'],
  ['John', 'Adams Jr.', 'john.adamsjr.'],
  ['Ann (Annie)', 'Lee, "MD"', 'annannie.leemd'],
  ['Ann@Home', 'Lee', 'annhome.lee'],
  ['Ann', 'Smith–Jones', 'ann.smith-jones'],
  ['D´Arcy', 'Óʼ Neill', "d'arcy.o'neill"],
  ['Jan-Åke', 'Sjöberg', 'jan-ake.sjoberg'],
  ['Ann & Bob', 'Lee', 'ann&bob.lee'],
  ['Õnne', 'Ülo', 'onne.ulo'],
  ['Ķārlis', 'Ņikita', 'karlis.nikita'],
  ['Дмитро', 'Кравчук', 'dmitro.kravchuk'],
  ['İpek', 'Iğdır', 'ipek.igdir'],
  [null, 'Suharto', 'suharto'],
  [null, 'Ødegård', 'odegard']
];

/** What the formulas of the flow can't write: there the username is the email. */
const BEYOND_FORMULAS: readonly Named[] = [
  ['Núria', 'Gal·la', 'nuria.galla'],
  ['Anne\u00ADMarie', 'Sørli', 'annemarie.sorli'],
  ['María\u00A0José', 'de la Cruz', 'mariajose.delacruz'],
  ['René\u200D', 'Mc\u2011Coy', 'rene.mc-coy'],
  ['Ａｄａ', 'Ｌｏｖｅ', 'ada.love'],
  ['ﬁona', 'Ĳssel', 'fiona.ijssel'],
  ['Ada²', 'Kerr', 'ada2.kerr']
];

/** In letters that are not transliterated, or without any. */
const OF_EMAIL: readonly (readonly [firstName: string | null, lastName: string])[] = [
  ['太郎', '田中'],
  ['민준', '김'],
  ['محمد', 'الفارسي'],
  ['प्रिया', 'शर्मा'],
  ['Anna', '田中'],
  ['ნინო', 'Beridze'],
  ['דוד', 'כהן'],
  ['สมชาย', 'ใจดี'],
  ['Արամ', 'Խաչատրյան'],
  ['ਗੁਰਪ੍ਰੀਤ', 'ਸਿੰਘ'],
  ['አበበ', 'በቀለ'],
  ['😀', '🎉'],
  [null, '—'],
  [null, '-']
];

const OF_PATTERNS: readonly UsernameCase[] = [
  ['{email}', 'taro..@docomo.example', 'taro..@docomo.example'],
  ['{email}', 'k..s@ezweb.example', 'k..s@ezweb.example'],
  ['{email}', '.k@ezweb.example', '.k@ezweb.example'],
  ['{email}', 'Taro.@Docomo.example', 'taro.@docomo.example'],
  ['{email}.{suffix}', 'taro..@docomo.example', 'taro..@docomo.example.acme.portal'],
  ['{local}@{suffix}', 'taro..@docomo.example', 'taro..@acme.portal'],
  ['{local}@{suffix}', '.taro@docomo.example', '.taro@acme.portal'],
  ['{first}.{local}@{suffix}', '..taro@docomo.example', '..taro@acme.portal'],
  ['{local}.{first}@{suffix}', 'taro..@docomo.example', 'taro..@acme.portal'],
  ['{local}.{first}.x@{suffix}', 'ta..ro@docomo.example', 'ta..ro.x@acme.portal'],
  ['{email}', "Pat.O'Brien@mail.example", "pat.o'brien@mail.example"],
  ['{email}', 'Ana+Portal@mail.example', 'ana+portal@mail.example'],
  ['{email}', '_a--b-_@mail.example', '_a--b-_@mail.example'],
  ['{email}', 'a&b%c/d=e?f#g!h*i@mail.example', 'a&b%c/d=e?f#g!h*i@mail.example'],
  ['{local}.{last}@{suffix}', 'Ana+Portal.@mail.example', 'ana+portal..sato@acme.portal'],
  ['{email}', 'ute@straße.example', 'ute@strasse.example'],
  ['{email}', 'jörg@müller.example', 'jorg@muller.example'],
  ['{email}', 'иван@почта.example', 'ivan@pochta.example'],
  ['{local}@{suffix}', 'γιώργος@ελ.example', 'giorgos@acme.portal'],
  ['{name}@{suffix}', 'x..@docomo.example', 'x..@docomo.example']
].map(([pattern = '', email = '', username = '']) => ({
  pattern,
  firstName: null,
  lastName: 'Sato',
  email,
  username
}));

export const USERNAMES: readonly UsernameCase[] = [
  ...OF_NAMES.map(([firstName, lastName, local], index) => ({
    pattern: NAMES,
    firstName,
    lastName,
    email: `name${String(index)}@mail.example`,
    username: `${local}@${SUFFIX}`
  })),
  ...BEYOND_FORMULAS.map(([firstName, lastName, local], index) => ({
    pattern: NAMES,
    firstName,
    lastName,
    email: `beyond${String(index)}@mail.example`,
    username: `${local}@${SUFFIX}`,
    isBeyondFormulas: true
  })),
  {
    pattern: '{local}@{suffix}',
    firstName: null,
    lastName: 'Sato',
    email: '{x|y~z^`$}@mail.example',
    username: '{x|y~z^`$}@acme.portal',
    isBeyondFormulas: true
  },
  ...OF_EMAIL.map(([firstName, lastName], index) => ({
    pattern: NAMES,
    firstName,
    lastName,
    email: `Other.${String(index)}@mail.example`,
    username: `other.${String(index)}@mail.example`
  })),
  ...OF_PATTERNS
];
