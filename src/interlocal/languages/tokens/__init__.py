"""Terms of running text, for an index and for asking it: pure, no database.

terms     index_terms, query_terms: the only two a search engine calls; TERMS_VERSION
writing   any str made safe, cut into pieces and into runs of one language
korean japanese chinese latin   words of each language
hanja     Korean nouns as the Han words they come from
sounds    what a loan word or a name sounds like, whatever it is written in
analysis  what one run gives: words, and bridges to other languages
general   a query's general words in other languages
version   what an index was made by
models    the dictionaries of the analysers: loaded at first use, one set a thread

Words: a *term* is what an index stores, a *lane* one way by which a query and a text may meet.
"""
