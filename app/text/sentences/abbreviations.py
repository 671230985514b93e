"""English abbreviations, by what may follow their stop."""

from __future__ import annotations

from app.text.word_list import word_list

TITLES = word_list(
    """
    mr mrs ms mx messrs mme mlle dr prof rev hon pres gen col capt cpt lt sgt maj adm
    amb gov sen rep supt insp st mt ft vs v approx ca cf viz e.g i.e eg ie incl excl
    resp esp namely dept univ govt intl natl assn bros fr hr ven pub
    fed const h.e h.m h.r.h
    """
)
"""Never the end of a sentence: a name or a word must follow."""

COUNTERS = word_list(
    """
    no nos art arts sec secs sect para paras par pars p pp ch chs chap cl cls pt pts
    fig figs tab vol vols eq eqs ex sched scheds reg regs app apps ann annex ed eds n
    nn ss r rr o ord stat cap c col cols item tel ext op doc docs lit res
    """
)
"""No end before a number; before anything else they are words or the end."""

CLOSING = word_list(
    """
    ltd co inc corp plc llc l.l.c s.a gmbh bhd jr sr esq etc al u.s u.k u.n e.u u.s.a
    u.s.s.r d.c a.m p.m am pm ph.d m.d m.a b.a ll.b ll.m b.c a.d jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd sq
    bldg est admin org seq ibid id min max avg misc
    """
)
"""May end a sentence: they do before a word that begins one, as *The*."""

STARTERS = word_list(
    """
    A About After All Also Although An And Any Article As At Because Before Both But By
    Chapter Do Does During Each Either Even Every Except Finally First For From
    Furthermore He Hence Her Here His How However I If In It Its Last Like Many
    Meanwhile Moreover Most Much My Neither Next No Nobody None Nor Not Now Of On Once
    One Only Or Other Our Part Perhaps Please Second Section She Should Since So Some
    Sometimes Still Such That The Their Then There Therefore These They This Those
    Though Through Thus To Today Under Unless Until Upon We What When Where Whereas
    Whether Which While Who Why With Within Without Yes Yet You Your
    """
)
"""Words with a capital that more often begin a sentence than a name."""

SAYING = word_list(
    """
    said says asked asks replied replies answered cried added adds wrote writes noted
    notes stated states declared explained explains insisted warned told shouted
    concluded
    """
)
"""Verbs that tell whose words a quotation are."""
