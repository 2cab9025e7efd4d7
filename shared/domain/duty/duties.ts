/** One thing the doctrine asks: a permanent number, a few of its words, what a person must be able to do, and how it is checked. */
export interface Duty {
  readonly number: number;
  readonly part: string;
  readonly quote: string;
  readonly mustLet: string;
  readonly check: string;
}

/** The duties in the order of the doctrine, as the table of the project has them: number | quote | what a person must be able to do | how it is checked. */
const TABLE = `
# Force lead
1 | appoint an officer of ACPO rank | record the chief-officer lead with rank, start, end, deputy | choose Inspector => refused with reason; choose ACC => saved, history kept
2 | responsibility for intelligence-led policing | assign that responsibility as its own item | leave unassigned => governance page shows red gap
3 | and for their intelligence capability | assign the capability responsibility (same or other officer) | remove it => red gap while #2 stays green
4 | coordinating ... elements of corporate governance | list governance elements (business plan, performance, ST&C) with owner and link each to the lead | lead's page lists all elements; unlinked ones flagged
5 | business planning, performance ... aligned | map each control-strategy priority to a business-plan objective and a measure | priority with no objective or measure appears in the alignment exception list
# Structure
6 | decide how the intelligence function | design the tree of force / BCU / units and record who decided and why | add BCU and two units; tree, dates and decision visible; export matches
7 | configured and managed | change configuration from a date, keeping the old one | view the structure "as at" last month and see the old form
8 | appropriate intelligence units | register units with remit, head, contacts | unit without head flagged
9 | and intelligence systems | register systems with owner, marking limit, access rule | system shows on the search scope list
10 | director of intelligence | give the role; sees all governance, approves SIR publication | log in as director: approve button present; as analyst: absent
11 | intelligence manager | give the role; evaluates, sanitises, authorises dissemination | manager can release code C; officer cannot
12 | intelligence officer | give the role; submits, develops, collects | officer submits report, cannot self-approve
13 | principal analyst | give the role; quality-reviews products, assigns analysts | product cannot be Final without principal/senior review
14 | analyst | give the role; authors products, runs techniques | analyst saves draft, sees only own compartments
15 | researcher | give the role; research log, linking, system look-ups | researcher adds links; cannot change grade
16 | effective and efficient service delivery | see workload and vacancies for the six roles | vacant role or overdue queue is counted on dashboard
17 | have, or have access to | mark each capability own / access via / none, with provider and expiry | "access via region" needs provider; expired => warning
18 | collect ... as directed by the intelligence requirement | link every collection task to a requirement | saving a task with no requirement asks for reason, reported as undirected
19 | financial intelligence | record the capability and tag reports/tasks | filter by tag returns only these
20 | prison intelligence | same for prison, with partner contact and channel | tag + restricted channel enforced
21 | public order intelligence | same for public order | tag + tension report template available
22 | through the intelligence cycle | see each item's cycle stage and move it forward | stages direction..review visible; skipping needs reason
23 | undertake analysis to inform decision | link a product to the decisions that used it | product page lists decisions; unused products report
24 | support operational activities | open a support request to an operation and record what was given | request has owner, due, closed result
# Units
25 | receiving | take in reports typed, imported or moved by media | import 3 file types; each gets reference and receipt time
26 | recording | complete the 3x5x2 report, incl. offline | all code rules: C without conditions/action/sanitisation => blocked
27 | evaluating | re-grade with reason, return, reject, accept | each outcome gives right state and message; original grade still visible
28 | developing | keep a research/development log and gaps | log entries time-stamped, not editable
29 | analysing | start a product with terms of reference, pick techniques | product without agreed ToR cannot leave draft
30 | disseminating | send sanitised versions to named people/roles/units/partners | recipient not cleared for compartment => blocked; receipt logged
31 | produce intelligence products for ... T&C | publish a product to a meeting's pack | pack shows version frozen at publication
# Systems
32 | secure technical infrastructure | work only after sign-in on encrypted store; auto-lock | copy database file to another PC: unreadable; idle lock works
33 | record | create structured records | mandatory-field rules fire
34 | store | keep versions, never silent overwrite | edit twice => three versions readable
35 | retrieve | open any item from reference or search | find by partial ref in <1 s with 100k records
36 | compare | compare two reports/persons/assessments side by side, find likely duplicates | two spellings of a name suggested as match; merge is reversible
37 | share data | make a signed export bundle limited by marking and handling | bundle with a code C item and no authority => blocked
38 | held on more than one system ... searchable | search all imported systems at once | one query returns hits from all six sources with source labels
39 | and retrievable | open the item in its source view with provenance | each hit opens; shows extract date
40 | confidential ... protected in law | mark items as legally protected with the ground (CHIS, PII, LPP, medical) | protected item missing from search, counts and exports for outsider
41 | systems in place to protect this | define compartments, need-to-know lists, break-glass with reason | break-glass requires reason, alerts owner, is in report
42 | use one intelligence system | see which is the force's primary system | second "primary" refused
43 | have access to other relevant systems | manage per-user entitlement to each system | user without PND entitlement cannot open PND rows
44 | OCGM | import/look up groups, score, band, links to priorities | sample loads; band change history; link to a priority
45 | PND | import POLE bundle, look up, log the consultation | look-up logged with time, user, purpose if required
46 | crime recording systems | import crimes incl. data.police.uk files | header order accepted exactly; wrong header => clear error
47 | command and control | import incidents with NSIR category and grade | map shows; grade filter works
48 | violent/sex offender register | hold pointer with category, level, review | full record cannot be pasted in; pointer expires
49 | ballistics service | import firearm/ballistic items and linked incidents | item links two incidents; status history visible
# Tasking and co-ordination
50 | strategic and tactical levels | run both kinds of group as separate types | tactical meeting cannot set the control strategy
51 | Proactive leadership | give chairs a one-page exception view | overdue, blocked, stalled, unowned items listed by age
52 | prioritise the deployment of resources | rank demands against a finite resource list | over-allocation shown in hours and blocked or reasoned
53 | thorough understanding of the problems | require each decision to cite evidence | decision with no product/assessment asks for reason; reported
54 | recording all T&C decisions | minute decisions live | decision number sequential, cannot be deleted
55 | operational plans | store plans linked to decisions | plan opens from decision and back
56 | and results | record results against plan measures | plan cannot be closed without result or reason
# Strategic tasking and co-ordination
57 | part of police governance and planning | show ST&C dates on the planning calendar with budget cycle | calendar shows next meeting, assessment due date
58 | agree strategic direction | record the agreed direction statement | statement versioned with meeting ref
59 | align resources to priorities | allot budget/people to each priority and see totals | priority with none flagged; totals match pool
60 | various levels | run ST&C at force, BCU or other node | two nodes hold independent strategies
61 | force has BCUs ... may all run | enable process per BCU and show parent priorities | BCU strategy must mark adopted/not adopted parent priorities
62 | no BCUs ... only ... force level | switch BCU level off | BCU meeting types vanish; data still readable
63 | T&C policy ... frequency of ST&C | write policy with frequency | meeting overdue against policy => alert
64 | determined by ... business needs | give the reason for the frequency | policy cannot be approved without reason
65 | interim reviews | schedule/record interim reviews when rarer than threshold | set 12-monthly => system proposes interim at 6
# Strategic group
66 | Senior police managers | keep membership with rank/role and deputies | non-senior added as member => warning; attendance by deputy recorded
67 | Partner agencies and ... CSPs | add partner members with agency and agreement | agreement expired => attendance warns
68 | by mutual consent | record consent from both sides, dated | one-sided consent => cannot be a member
69 | joint strategic assessment | co-author one assessment with partners, sections by owner | partner section owner and sign-off visible; partner copy excludes police-only parts
70 | objectives are agreed between partners | record joint objectives with each partner's agreement | objective shows which partners agreed and when
71 | chaired by someone with the authority | check chair's authority against resources on the agenda | chair lacking authority over a resource => warning, decision marked advisory
72 | chief constable or deputy | set default chairs | substitution logged
73 | priorities recommended in the strategic assessment | pull recommendations to the agenda one by one | every recommendation ends adopted/varied/rejected/deferred with reason
74 | set ... the control strategy | build and approve it in the meeting | approval possible only inside an ST&CG meeting record
75 | amend ... where necessary | amend through ST&CG only, showing difference | diff old/new shown; version +1
76 | approve a strategic intelligence requirement | approve with the strategy | status approved + meeting ref; publication blocked before
77 | consider prioritisation of resources | compare bids with priorities | ranked bids with decision and reason
78 | commission further development or analysis | raise a commission with question, owner, due, ToR | appears in analyst queue and next agenda
79 | inform ... next ST&CG | bring commission results to the next meeting | un-delivered commissions listed first
80 | context in which the TT&CG works | see current strategy inside tactical meetings | each tactical decision shows linked priority
81 | A record ... of the decisions | produce signed minutes and decision log | printed minutes match screen; hash check passes
82 | and the rationale for them | force rationale entry | empty rationale => cannot finalise minutes
# Control strategy
83 | sets out and communicates | publish a marked, dated one-page form | PDF one page, marking top and bottom
84 | force or command area | scope it to force or command | label shows scope
85 | crime prevention | record long-term prevention aims per priority | cell empty => flagged
86 | intelligence | same | flagged
87 | and enforcement | same | flagged
88 | may also include reassurance | add optional reassurance column | can be off without warning
89 | framework to enable ... allocation | see allocation by priority when deciding | allocation panel open beside decision
90 | does not capture every issue | keep a register of considered-but-not-included issues | register lists each with reason
91 | does not mean ... cannot be dealt with | open a plan for an issue outside the strategy with reason | allowed; tagged "outside strategy"; share of resource reported
92 | should be given priority when resources | sort demands with strategy issues first | off-strategy demand above on-strategy needs reason
93 | must be set at the [ST&CG] | (rule) block setting elsewhere | TT&CG attempt refused
94 | determined by a prioritisation process | score issues with a chosen matrix | MoRiLE-shaped, 4x4, CCHI presets; totals recompute; inputs frozen
95 | justifies why ... included | record reason per included issue | missing reason blocks approval
96 | or why it is not | record reason per excluded issue | missing reason blocks approval
97 | Each priority has an owner | name an owner, with handover | approval blocked if any owner blank; leaver raises task
98 | responsible for its delivery plan | keep one current plan per priority | priority without plan after N days => alert to owner and chair
99 | communicated to appropriate staff | send and track reading by staff groups | read percentage; reminder list
100 | and partners | send a partner-safe version | police-only fields absent in that file
101 | amended only by the ST&CG | (rule) | edit by anyone else impossible even for administrator
102 | hold to account those responsible | review each owner's progress in the meeting | accountability item auto-added per owner with RAG and note
# Strategic intelligence requirement
103 | information required or questions | write questions with sub-elements | question needs ? text, owner, priority
104 | fill gaps in police knowledge | link each question to a gap raised in an assessment/report | gap list shows unanswered gaps
105 | dynamic document | edit under control with history | version list with dates
106 | not only ... priorities but ... other key threats | add requirement for a non-priority threat from the assessment | tag "other key threat" required source assessment
107 | published with the control strategy | publish both in one act | publishing one alone asks for reason
108 | communicated to all staff when approved | push to all staff with read receipts | unread list; offline staff get at next sync
109 | continually reviewed and updated | set review dates and log reviews by ST&CG or TT&CG | overdue review flagged; reviewer group recorded
110 | collection strategies ... aligned | attach collection strategies to questions | question shows its strategies and tasks
111 | for example, a CHIS strategy | hold a CHIS collection strategy in a restricted compartment | outsider sees nothing (search, counts, refs)
112 | influence ... dedicated source unit | pass tasking to DSU one way | DSU inbox only; no identity field exists
# Tactical intelligence requirement
113 | gaps in an investigation or operation | write a TIR tied to an operation | closes with operation or carries over by choice
# Tactical group
114 | response to operational priorities | hold the tactical cycle against current priorities | meeting shows live priorities
115 | agree tactical options | choose from the menu or add new | chosen option linked to plan; rejected ones kept with reason
116 | various levels (BCU / force only) | per-node enablement as #60-62 | same tests for TT&C
117 | policy ... frequency of TT&CG | policy with frequency and reason | overdue alert
118 | Operational police managers and support services | membership by function | missing key function (e.g. analyst) warned
119 | Partner agencies ... mutual consent | as #67-68 | as #67-68; confidential items hidden from partners
120 | chair ... determine priorities, allocate, coordinate | record chair's authority scope | decision outside scope marked for escalation
121 | All decisions ... must be recorded | log each decision in order | close meeting with an agenda item lacking decision/none/deferred => blocked
122 | audit trail | show who changed what, tamper-evident | alter a byte of the log => verification fails at that entry
123 | accountability | link each action to one named person | two owners refused; supporters allowed
124 | action manager ... authority of the chair | appoint with written delegation | no delegation => cannot verify actions
125 | oversees progress against delivery plans | action manager's board, chasing, verification | claimed-complete needs verification by other person than owner
126 | Results analysis ... measure | record baseline, measure, comparison, effect | template requires measure defined before start; verdict and confidence
127 | consider the tactical assessment | place it on the agenda, note considered | not attached => agenda warns
128 | create operational delivery plans | make plan from decision in the meeting | plan has objectives, tactics, resources, dates
129 | apply the control strategy | see coverage of priorities by plans | priorities without active plan listed
130 | best available threat assessments | cite assessment with age and confidence | older than limit => amber; newer available => suggestion
131 | manage competing demands | compare demands side by side | ranking and reason stored
132 | rational basis for decision making | NDM-headed record with options and rejected options | at least two options or reason for one
133 | review intelligence requirements | standing item; mark each reviewed | unreviewed ones carried
134 | commission further development of analysis | as #78 from tactical meeting | commission visible to intelligence unit meeting
135 | prevention, intelligence, enforcement, reassurance | tag every action with strand | plan with a single strand gives prompt; report by strand
136 | allocate resources | assign units/hours/assets/dates | clash with other plan shown
137 | assign plan owners | one owner per plan | blank blocks approval
138 | recommendations from the [unit] meeting | import recommendations, accept/vary/reject | each has outcome and reason
139 | consider escalation | raise escalation to higher group/region/national | status tracked; interim measures mandatory
140 | beyond the capability of the resources | state the capability gap | cannot escalate with blank gap
141 | commission operational review | commission with scope and objectives | link to operation and decision
142 | review whether plans ... still meeting objectives | periodic plan review with continue/change/stop | plan unreviewed past its date is on agenda
# Intelligence unit meeting
143 | develop the tactical assessment | edit it in the meeting with versions | version shows changes made in meeting
144 | consider options for ... recommendations | draft recommendations with options | each linked to evidence
145 | prior to the [TT&CG] | schedule before TT&CG with cut-off | meeting after TT&CG => warned
146 | input from analysts and others (plan holders, NPT, crime, response) | gather contributions per named group | list of groups invited/replied/none
147 | keep the activity ... in focus | compare unit workload with priorities/requirements | share of work per priority; undirected share
148 | review progress ... established priorities | progress table | RAG per priority with note
149 | newly emerging issues | log emerging issue and route it | goes to assessment or commission, never lost
150 | meet on a daily basis | record short daily unit meeting | one per day, auto date
151 | relevant information to the DMM | push overnight items to DMM pack | item appears in next DMM with its marking
# Daily management meeting
152 | not a tasking and coordination meeting | (rule) limit DMM powers | control strategy and plan approval unavailable in DMM
153 | links the priorities and objectives | show TT&CG priorities beside the day's events | each raised event can be tied to priority
154 | by exception | show only items outside thresholds; thresholds editable | normal items hidden, count shown, can be expanded
155 | last and next 24 hours | show two windows relative to meeting time | incidents at -23h59 in, -24h01 out; future events to +24h; DST date tested
156 | chaired by the senior operational officer or deputy | record chair and whether deputy | chair blank => cannot start
157 | fast-track decisions | make quick decisions with minimum fields | under 30 s to record; listed for ratification at next TT&CG
# Operational review
158 | commissioned by the [TT&CG] | (rule) start only from a TT&CG commission | orphan review needs later ratification and is flagged
159 | evaluates the effectiveness | give verdict with evidence on problem/subject | verdict scale plus evidence list mandatory
160 | debriefing | run hot / structured debrief, note attributable or not | template saved; non-attributable mode hides names
161 | results analysis and review | link #126 results | results shown inside the review
162 | assess the impact | compare baseline to after, control area | chart with control limits; data source named
163 | lessons learned and good practice | log both, separate lists, searchable | lesson found later from similar plan ("you tried this before")
164 | draw conclusions and make recommendations | add with owner, due, accept/reject | open recommendations tracked to close
165 | update policy | route recommendation to a policy item | policy change noted as done
166 | [update] knowledge | publish to knowledge base | entry live
167 | the menu of tactical options | add/alter/retire an option with evidence | option shows past results count
168 | and training | raise training need | training list shows origin
169 | Objectives ... before the operation begins | fix objectives with time stamp | objective dated after start => marked late, reason required
170 | must decide whether ... all aspects | choose full scope | no scope chosen => commission cannot be saved
171 | just specifics: tactical performance | tick specific: tactical performance | template shows only those parts
172 | impact on crime levels | tick specific: crime impact | crime comparison section present
173 | partnership capability | tick specific: partnership | partner questionnaire present
# Law, safety and print
174 | s.62 log completeness | log who did, saw, shared or erased what, with when and why | every act is in the log, with who, when and what
175 | erasure log holds no content | erase and keep a record of the erasing | the entry says what was erased and why, and nothing of its content
176 | fact or assessment | tell facts from assessments | each item says which it is
177 | suspect, convicted, victim, witness | mark what someone is in a matter | the category stands beside the person
178 | MoPI group and review date | give a review group and date | items due for review are listed
179 | legal hold beats disposal | hold items back from disposal | an item on hold is not disposed of
180 | CPIA schedule export | list what must be disclosed | the schedule exports
181 | two offline copies merge | work offline on two copies of a minute | both texts survive the merge
182 | lost device | wipe or let expire a lost device | it opens no more
183 | keyboard and screen reader | use every page without a mouse and by ear | keyboard-only and screen-reader runs pass
184 | printed page | print with marking, copy number and page x of y | each printed page carries all three
`;

function readTable(): readonly Duty[] {
  const duties: Duty[] = [];
  let part = '';
  for (const line of TABLE.trim().split('\n')) {
    if (line.startsWith('# ')) {
      part = line.slice(2);
      continue;
    }
    const [number = '', quote = '', mustLet = '', check = ''] = line.split(' | ');
    duties.push({ number: Number(number), part, quote, mustLet, check });
  }
  return duties;
}

/** Every duty, 1 to 184. */
export const DUTIES: readonly Duty[] = readTable();

/** The parts of the doctrine in its order. */
export const DUTY_PARTS: readonly string[] = [...new Set(DUTIES.map((duty) => duty.part))];
