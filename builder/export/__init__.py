"""What programs read: the data as JSON, CSV, feeds, badges and Markdown, beside the pages."""
