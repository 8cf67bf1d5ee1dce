"""The field's own words in four languages: concepts with synonyms, and general words that translate each other.

The data are the tables beside this file, columns apart by tabs, first line their heads:
concepts-*.tsv   id, broader, ko, ja, zh-Hans, en: ids after "; " in broader, preferred term first, then synonyms
words-*.tsv      ko, ja, zh-Hans, en: words of one meaning, several after "; "

loading    concept, concepts, words: the tables as values, read at first use
matching   concepts_in: which concepts a text speaks of; translations: a general word in other languages

Words: a *concept* is what is meant, whatever the language; a *term* one way to say it.
"""

from interlocal.languages.vocabulary.loading import Concept, concept, concepts, narrower
from interlocal.languages.vocabulary.matching import concepts_in, concepts_within, translations

__all__ = ["Concept", "concept", "concepts", "concepts_in", "concepts_within", "narrower", "translations"]
