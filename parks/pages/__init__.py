"""The public's door: server-rendered pages in Chinese and English."""
