module spellings

go 1.21
