"""The sentences of errors, a module for each topic, by key. Data alone: nothing is imported.

A key is its topic and what is wrong, such as `time.not-understood`. A sentence is whole: slots in braces hold numbers,
dates and what was typed, never a noun or an article of English. A pair is for one and for several, by `count`.
"""
