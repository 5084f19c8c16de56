"""From a provision of the printed ordinance back to the words it was made of, and to what was proved of them.

draft, ledger → origins → trace (XPath → item, line, obligations) │ notes beside the provisions of the page
"""
