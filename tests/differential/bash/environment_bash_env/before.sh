prepared="made by $BASH_SOURCE for $0"
echo "before with $#"
