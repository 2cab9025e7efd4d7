/**
 * Words that are guessed first here: the field, the application, the sample force, months, seasons, clubs.
 * A pass phrase of nothing else is refused.
 */
export const GUESSED_FIRST: readonly string[] = [
  'cordon', 'northmoor', 'eastmoor', 'westdale', 'police', 'constabulary', 'force', 'officer', 'constable', 'sergeant', 'inspector', 'superintendent',
  'detective', 'intelligence', 'tasking', 'secretary', 'chair', 'admin', 'administrator', 'auditor', 'analyst', 'director', 'meeting', 'minutes',
  'password', 'passwort', 'passphrase', 'pass', 'phrase', 'letmein', 'welcome', 'login', 'signin', 'secret', 'secure', 'security', 'access', 'changeme', 'default',
  'temporary', 'test', 'testing', 'demo', 'sample', 'example', 'user', 'guest', 'root', 'master', 'system', 'workstation', 'computer', 'laptop', 'vault', 'official', 'sensitive',
  'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'spring', 'summer', 'autumn', 'winter',
  'england', 'scotland', 'wales', 'britain', 'london', 'liverpool', 'arsenal', 'chelsea', 'manchester', 'united', 'everton', 'rangers', 'celtic', 'football',
  'monkey', 'dragon', 'sunshine', 'princess', 'superman', 'batman', 'shadow', 'iloveyou', 'trustno', 'whatever', 'qwerty', 'qwertyuiop', 'asdfgh', 'abc', 'abcdef', 'onetwothree',
  'holmes', 'niche', 'athena', 'copper', 'bobby', 'thinblueline', 'queen', 'king',
];

/** Whole pass phrases that appear in every list of leaked ones and in well-known examples, without spaces. */
export const COMMON_PASS_PHRASES: readonly string[] = [
  'correcthorsebatterystaple', 'heatherlanternquarry', 'threerandomwords', 'coffeetrainfish', 'redhousemonkeys', 'iloveyousomuch', 'iloveyouforever', 'letmeinletmein',
  'tobeornottobe', 'maytheforcebewithyou', 'thequickbrownfox', 'thequickbrownfoxjumps', 'onceuponatime', 'happybirthday', 'merrychristmas', 'godsavetheking', 'godsavethequeen',
  'rulebritannia', 'keepcalmandcarryon', 'youllneverwalkalone', 'manchesterunited', 'manchestercity', 'tottenhamhotspur', 'newcastleunited', 'leicestercity', 'westhamunited',
  'evenincallthis', 'eveningall', 'opensesame', 'opensesameopen', 'mypasswordismypassword', 'thisismypassword', 'thisisapassword', 'ihatepasswords', 'ihavenopassword', 'nopasswordneeded',
  'idontknowmypassword', 'icantremember', 'iforgotmypassword', 'donttellanyone', 'allyourbasearebelongtous', 'winteriscoming', 'harrypotterhogwarts', 'expectopatronum', 'gameofthrones',
  'lordoftherings', 'starwarsstarwars', 'jesuslovesme', 'jesuschrist', 'onetwothreefour', 'onetwothreefourfive', 'abcabcabcabc', 'qwertyuiopasdfghjkl', 'asdfghjklasdfghjkl',
  'zxcvbnmzxcvbnm', '1qaz2wsx3edc', '1qaz2wsx3edc4rfv', 'qazwsxedcrfv', '1q2w3e4r5t6y', '123qweasdzxc', 'q1w2e3r4t5y6', 'ilovechocolate', 'ilovemyfamily', 'ilovemydog', 'ilovemycat',
  'ilovemywife', 'ilovemymum', 'ilovefootball', 'newyorkcity', 'whatareyoudoing', 'howareyoutoday', 'nothingtosee', 'nothingtoseehere', 'thecatsatonthemat', 'iamwhatiam', 'liveloveLaugh',
];
