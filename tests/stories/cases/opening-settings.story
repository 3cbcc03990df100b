# How long buyers may withdraw, send back and download, within bounds.
shop maison web-shop EUR fr Europe/Paris
PATCH /api/v1/shops/maison
{"settings": {"withdrawal_days": -1, "return_days": 3651, "download_limit": 10001, "download_days": 3651}}
=> 422
/errors/0/field = "/settings/withdrawal_days"
/errors/0/code = "out_of_range"
/errors/1/field = "/settings/return_days"
/errors/2/field = "/settings/download_limit"
/errors/3/field = "/settings/download_days"
PATCH /api/v1/shops/maison
{"settings": {"withdrawal_days": 0, "return_days": 3650, "download_limit": 10000, "download_days": 0}}
=> 200
/settings/return_days = 3650
/settings/download_limit = 10000
