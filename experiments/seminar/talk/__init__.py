"""Talk: what a page and the server say to each other over one websocket (see PROTOCOL.md)."""
