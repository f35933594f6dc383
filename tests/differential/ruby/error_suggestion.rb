# differential: Misspelt names get suggestions.
# exit: 1
colour = "red"
begin
  "text".lenght
rescue NoMethodError => error
  puts error.message, error.full_message(highlight: false)
end
puts colur
