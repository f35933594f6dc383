# differential: Certificates are where they always are, and a context can be made.
# exit: 0
import ssl

print(ssl.OPENSSL_VERSION, ssl.get_default_verify_paths())
context = ssl.create_default_context()
print(context.verify_mode, context.check_hostname, context.minimum_version)
