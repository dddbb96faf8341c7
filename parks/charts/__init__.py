"""What a picture is: pure geometry. Numbers and dates in, frozen shapes out; words only pass through."""
